"""How the pages look to this person on this phone: the light, and the hand that holds it."""
