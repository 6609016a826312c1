"""Chinese corpora of any size, and a race of Zoujin against other site generators on them."""
