"""Media kits: everything that an editor elsewhere needs of an entry, in one ZIP.

The way of a kit: :func:`~generator.kits.planning.plan_kits` lays out what is in it, from
metadata alone; :func:`~generator.kits.jobs.kit_job` gives the work, which fetches the text
(:mod:`~generator.kits.html_blocks`), writes it in every form, rewrites the pictures' metadata and packs it all.
"""
