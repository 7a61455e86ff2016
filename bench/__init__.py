"""Scores and speeds, measured in one command: `make bench`."""
