"""The review desk: pages on this machine alone, where somebody reads what waits for her and decides about it."""
