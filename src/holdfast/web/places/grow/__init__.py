"""Grow: what an age is like, and the sandbox, a made-up year to play with."""
