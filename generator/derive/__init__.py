"""What follows from the catalogue, the public entries and the day: lists, calendar, relations, coverage."""

from .site_data import SiteData, derive

__all__ = ["SiteData", "derive"]
