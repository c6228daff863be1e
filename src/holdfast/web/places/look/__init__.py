"""How the pages look to this person: day, night, or as the phone has it."""
