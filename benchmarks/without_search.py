"""``zoujin`` without its search index, which no peer makes: what everything else costs.

A script of its own, because the product always has its search: ``python -P benchmarks/without_search.py build``.
"""

from __future__ import annotations

from generator.cli.main import main
from generator.pipeline.search_index import SearchIndex


def _write_nothing(self: SearchIndex, *_: object) -> dict[str, str]:  # noqa: ARG001 - stands in for a method
    return {}


if __name__ == "__main__":
    SearchIndex.write = _write_nothing  # type: ignore[assignment]
    main()
