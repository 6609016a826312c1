"""What every template is given, key by key.

A view holds plain dicts, lists, strings, numbers, booleans and None, in display language,
with final URLs; "" and ``[]`` mean "nothing to show", ``None`` stands for an absent
record. Every key is always present. Strings are plain text (autoescape them), except
where a comment says HTML.

Template names are in ``TEMPLATES``. Beside ``view`` a template has ``text`` (list of
``Part``, only filled for pages that show an entry's text) and ``site`` (``SharedView``).
"""

from __future__ import annotations

from .card_views import (
    ActivityCard,
    CampaignCard,
    DocumentRow,
    FeatureCard,
    MapLink,
    ProfileCard,
    RelatedStory,
    StationCard,
    StoryCard,
)
from .front_views import FooterView, HomeCampaign, HomeView, NavItem, NotFoundView, RedirectView, SharedView
from .list_views import (
    ActivitiesView,
    ArchiveView,
    CampaignsView,
    DocumentsView,
    Facet,
    FeaturesView,
    ListView,
    MonthLink,
    ProfilesView,
    YearView,
)
from .machine_views import (
    CalendarView,
    FeedItem,
    FeedView,
    RobotsView,
    SitemapIndexView,
    SitemapView,
)
from .occasion_views import (
    ActivityView,
    CampaignView,
    KeptView,
    OutcomeView,
    ScheduleDay,
    ScheduleItem,
    SignUpView,
    TotalsView,
)
from .page_views import PageView, TextView
from .small_views import (
    ContactView,
    CorrectionView,
    Crumb,
    DateView,
    FeedLink,
    FileView,
    HoursView,
    LinkView,
    Pager,
    PagerLink,
    PictureView,
    SourceSet,
)
from .station_views import (
    CoverageRow,
    CoverageView,
    StandardView,
    StationDirectoryView,
    StationGroup,
    StationView,
    TeamView,
)
from .story_views import (
    DocumentView,
    FeatureView,
    HonourView,
    MilestoneView,
    NoticeView,
    ProfileView,
    SourceView,
    StoryView,
)
from .text_parts import FigurePart, GroupPart, HtmlPart, Part, PersonPart, QuotePart, StationPart, VideoPart

__all__ = [
    "TEMPLATES",
    "ActivitiesView",
    "ActivityCard",
    "ActivityView",
    "ArchiveView",
    "CalendarView",
    "CampaignCard",
    "CampaignView",
    "CampaignsView",
    "ContactView",
    "CorrectionView",
    "CoverageRow",
    "CoverageView",
    "Crumb",
    "DateView",
    "DocumentRow",
    "DocumentView",
    "DocumentsView",
    "Facet",
    "FeatureCard",
    "FeatureView",
    "FeaturesView",
    "FeedItem",
    "FeedLink",
    "FeedView",
    "FigurePart",
    "FileView",
    "FooterView",
    "GroupPart",
    "HomeCampaign",
    "HomeView",
    "HonourView",
    "HoursView",
    "HtmlPart",
    "KeptView",
    "LinkView",
    "ListView",
    "MapLink",
    "MilestoneView",
    "MonthLink",
    "NavItem",
    "NotFoundView",
    "NoticeView",
    "OutcomeView",
    "PageView",
    "Pager",
    "PagerLink",
    "Part",
    "PersonPart",
    "PictureView",
    "ProfileCard",
    "ProfileView",
    "ProfilesView",
    "QuotePart",
    "RedirectView",
    "RelatedStory",
    "RobotsView",
    "ScheduleDay",
    "ScheduleItem",
    "SharedView",
    "SignUpView",
    "SitemapIndexView",
    "SitemapView",
    "SourceSet",
    "SourceView",
    "StandardView",
    "StationCard",
    "StationDirectoryView",
    "StationGroup",
    "StationPart",
    "StationView",
    "StoryCard",
    "StoryView",
    "TeamView",
    "TextView",
    "TotalsView",
    "VideoPart",
    "YearView",
]

TEMPLATES: dict[str, str] = {
    "home": "home.html",
    "story": "story.html",
    "profile": "profile.html",
    "campaign": "campaign.html",
    "feature": "feature.html",
    "activity": "activity.html",
    "document": "document.html",
    "station": "station.html",
    "directory": "directory.html",  # stations/: every station, grouped by district
    "list": "list.html",  # stories/, categories/ID/, districts/ID/, archive/YYYY/MM/
    "archive": "archive.html",  # archive/: all months
    "profiles": "profiles.html",
    "activities": "activities.html",
    "campaigns": "campaigns.html",
    "features": "features.html",
    "documents": "documents.html",
    "not-found": "404.html",
    "redirect": "redirect.html",  # at a former address of an entry
    "sitemap": "machine/sitemap.xml",
    "sitemap-index": "machine/sitemap-index.xml",
    "robots": "machine/robots.txt",
    "rss": "machine/rss.xml",
    "atom": "machine/atom.xml",
    "json-feed": "machine/feed.json",
    "calendar": "machine/calendar.ics",
}
"""Page kind (``view.kind``) → template."""
