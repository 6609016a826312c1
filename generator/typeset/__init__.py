"""Pages for paper: values and pictures become PDF files and long pictures."""
