"""Views of the lists of documents: all, by kind, and 工作动态 by district."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive import SiteData
from generator.model.catalogue import Entry
from generator.model.entries import DocumentKind

from .cards import Cards
from .column_pages import column_head, section_crumb
from .page_heads import COLUMNS
from .paging import page_of, pager
from .views import DocumentsView, Facet

DOCUMENTS = "documents/"


@dataclass(frozen=True, slots=True)
class DocumentList:
    """A list of documents that has an address. ``kind`` is None for all of them; ``district`` "" for all districts."""

    base: str
    name: str
    kind: DocumentKind | None
    district: str
    documents: Sequence[Entry]


def kind_address(kind: DocumentKind) -> str:
    """Where the documents of a kind are listed."""
    return f"{DOCUMENTS}{kind}/"


def document_lists(data: SiteData) -> list[DocumentList]:
    """Every list that has something in it."""
    if not data.documents:
        return []
    by_kind: dict[DocumentKind, list[Entry]] = {kind: [] for kind in DocumentKind}
    for document in data.documents:
        by_kind[document.meta.kind].append(document)
    lists = [DocumentList(DOCUMENTS, COLUMNS["documents"], None, "", data.documents)]
    for kind, documents in by_kind.items():
        if documents:
            lists.append(DocumentList(kind_address(kind), kind.label, kind, "", documents))
    return [*lists, *_news_by_district(data, by_kind[DocumentKind.NEWS])]


def _news_by_district(data: SiteData, news: Sequence[Entry]) -> Iterator[DocumentList]:
    kind = DocumentKind.NEWS
    by_district: dict[str, list[Entry]] = {id: [] for id in data.districts}
    for document in news:
        if document.meta.district in by_district:
            by_district[document.meta.district].append(document)
    for id, documents in by_district.items():
        if documents:
            name = f"{data.catalogue.vocabularies.district[id].name}{kind.label}"
            yield DocumentList(f"{kind_address(kind)}{id}/", name, kind, id, documents)


def documents_view(cards: Cards, which: DocumentList, lists: Sequence[DocumentList], number: int) -> DocumentsView:
    """One page of a list of documents; ``lists`` are all there are, as ways to the others."""
    size = cards.settings.page_size
    kind = which.kind
    crumbs = [] if kind is None else [section_crumb("documents")]
    if kind is not None and which.district:
        crumbs.append((kind.label, kind_address(kind)))
    return {
        **column_head(cards, "documents", "documents", which.base, which.name, number, crumbs=crumbs),
        "headline": which.name,
        "kinds": [_facet(cards, each, each.kind is kind) for each in lists if not each.district],
        "districts": [_facet(cards, each, each is which) for each in lists if each.district]
        if kind is DocumentKind.NEWS
        else [],
        "documents": [cards.document(each) for each in page_of(which.documents, number, size)],
        "pager": pager(cards.site, which.base, number, len(which.documents), size),
    }


def _facet(cards: Cards, which: DocumentList, current: bool) -> Facet:
    if which.district:
        name = cards.data.catalogue.vocabularies.district[which.district].name
    else:
        name = which.kind.label if which.kind else "全部"
    return {"name": name, "url": cards.place(which.base), "count": len(which.documents), "current": current}
