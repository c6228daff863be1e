"""Memories: first times and photos that a family keeps; an album, and no list to complete."""
