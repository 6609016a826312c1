"""The handbook: its pages are in ``handbook/pages``, its reference is made from the program."""
