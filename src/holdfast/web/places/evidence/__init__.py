"""Evidence: all that Holdfast says as a fact, on one page, with what it stands on."""
