"""Bond: each caregiver's own story with a child, theirs alone."""
