"""Entries, vocabularies, pages, jobs and diagnostics as frozen values. No I/O, no clock."""
