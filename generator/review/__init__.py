"""Which version of which entry the public may see."""
