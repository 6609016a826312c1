"""The steps that turn an entry's Markdown into an outline and safe HTML; ``generator.read.markdown`` is the door."""
