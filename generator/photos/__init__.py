"""Photographs: what a file is, which sizes a page needs of it, and the job that makes them.

The way of a picture: :func:`~generator.photos.inspection.inspect_photo` looks at the file,
:func:`~generator.photos.plan.plan_photo` decides names and sizes without opening it, and
:func:`~generator.photos.jobs.photo_job` gives the work that writes them.
"""
