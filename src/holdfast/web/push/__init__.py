"""Push: the only requests that go out of this house. They carry nothing, and go to few places."""
