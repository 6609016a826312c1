"""The adapter to MkDocs. Nothing outside this folder imports it, so another engine could take its place."""
