"""What a plain text says, paragraph by paragraph."""

from holdfast.words.laws.reading.passage import Passage, Scribe


def passages(source: str) -> list[Passage]:
    """Return its paragraphs."""
    scribe = Scribe()
    for number, line in enumerate(source.splitlines(), start=1):
        if line.strip():
            scribe.say(line + " ", number)
        else:
            scribe.end()
    scribe.end()
    return scribe.passages
