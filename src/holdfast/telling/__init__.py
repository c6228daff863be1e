"""What the engine found, said in words that a person can use. Knows no web."""
