"""Help when it is heavy: static, offline, for everybody who opens it; it asks and keeps nothing."""
