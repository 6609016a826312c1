"""Stories off the screen: posters, wall newspapers, what hangs at a station, badges and cards, from the site's own data."""
