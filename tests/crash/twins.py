"""The slow, obvious twin of `web/sync.py`: what is kept, and which edits count by definition."""


class Kept:
    """All edits that a server has, in the order in which they came."""

    def __init__(self):
        self.edits = []

    def take(self, moment):
        """Keep one, unless it is here already."""
        if moment["edit"] not in self.names():
            self.edits.append(moment)

    def names(self):
        return [edit["edit"] for edit in self.edits]

    def moments(self):
        return {edit["id"] for edit in self.edits}

    def heads(self, moment):
        """An edit counts while no other one replaces it."""
        mine = [edit for edit in self.edits if edit["id"] == moment]
        replaced = {name for edit in mine for name in edit["replaces"]}
        return [edit for edit in mine if edit["edit"] not in replaced]
