"""Files become typed entries: decoding, front matter, YAML, schema, Markdown, and a cache of all that."""
