"""From site data to pages, pictures and jobs: what each template is given, down to the last word."""
