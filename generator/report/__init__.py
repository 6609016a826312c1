"""Diagnostics as text for people and as the formats that other programs read; one reporter per format."""
