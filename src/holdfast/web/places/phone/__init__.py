"""This phone: what waits on it, what it keeps for when there is no signal, and its worker."""
