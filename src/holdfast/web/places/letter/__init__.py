"""Letter: what one reads to somebody else. While you were away, for the next caregiver."""
