"""Day: everybody's moments on one line, to read, to correct and to complete."""
