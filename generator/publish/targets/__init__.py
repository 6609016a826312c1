"""Putting the finished site where readers see it: folders, servers, branches and object storage."""
