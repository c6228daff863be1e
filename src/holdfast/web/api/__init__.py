"""The typed JSON API: what the phone's outbox and a family's own programs speak."""
