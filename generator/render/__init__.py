"""From site data to pages, pictures and jobs: what each template is given, down to the last word."""

from .composition import compose
from .front_pages import shared_view
from .page_digest import fingerprint
from .page_values import template_values
from .site_jobs import site_jobs
from .site_pages import site_pages

__all__ = ["compose", "fingerprint", "shared_view", "site_jobs", "site_pages", "template_values"]
