"""Hands: links that write down one thing, for a tag, a bedside button or a home's hub."""
