"""Now: the baby, the minute. What she did, what you did, how it ended."""
