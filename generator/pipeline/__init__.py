"""The program's flow as functions: read, check, decide what is public, derive, make pages."""
