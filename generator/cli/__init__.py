"""The commands, one a file: arguments, output and exit codes only."""
