"""The pages, the API and the database: the only room of the house that knows Django."""
