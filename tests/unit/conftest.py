"""Beside this file lie builders that unit tests of several rooms share: pytest puts its folder on the import path."""
