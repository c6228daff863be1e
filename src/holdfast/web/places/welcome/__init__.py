"""Welcome: from the one-time link to the first page, in three short steps."""
