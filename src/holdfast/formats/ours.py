"""Files of any format as one reading: a log or a bundle of our own, or what other apps write.

A log of our own keeps the names that its moments have, where it comes home. For another child
each gets a name that follows from both, so that a second import finds the first.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePosixPath
from uuid import UUID, uuid5

from holdfast.formats import foreign, open_format
from holdfast.formats.answers import Question
from holdfast.formats.bytes import OUR_OWN
from holdfast.formats.foreign import Watch, unwatched
from holdfast.formats.open_format import SUFFIX, Person
from holdfast.formats.photos import Photo, without_traces
from holdfast.formats.reading import FoundChild, Reading
from holdfast.formats.zips import Member, is_zip, members_of, unzip
from holdfast.words import Moment, Refused
from holdfast.words.details import APART, SAME

NAME = "holdfast"
PHOTOS = "photos/"


def questions(files: Sequence[Member], answers: Mapping[str, str] | None = None) -> list[Question]:
    """Return what the files do not say; see `foreign.questions`. Our own say all."""
    return [] if our_own(files) else foreign.questions(files, answers)


def read(
    files: Sequence[Member], answers: Mapping[str, str], *, now: datetime, watch: Watch = unwatched
) -> Reading:
    """Read the files; see `foreign.read`."""
    own = our_own(files)
    if own is None:
        return foreign.read(files, answers, now=now, watch=watch)
    return replace(read_log(own), photos=photos_in(files[0]))


def our_own(files: Sequence[Member]) -> Member | None:
    """Return the log, where the file is one of our own, or a bundle with one in it."""
    if len(files) != 1:
        return None
    members = unzip(files[0])[0] if is_zip(files[0]) else files
    logs = [one for one in members if one.name.endswith(SUFFIX) or begins_as_ours(one)]
    return logs[0] if len(logs) == 1 else None


def begins_as_ours(file: Member) -> bool:
    """Whether it has the header of a log."""
    return file.data.removeprefix(b"\xef\xbb\xbf").startswith(OUR_OWN.encode())


def read_log(file: Member) -> Reading:
    """Read a log of our own. A line that cannot be kept refuses it whole."""
    log = open_format.load_bytes(file.data, file.name)
    return Reading(
        format=NAME,
        files=(file.name,),
        records=len(log.moments),
        moments=log.moments,
        stands_in=tuple(map(str, range(1, len(log.moments) + 1))),
        children=tuple(map(child_of, log.children)),
    )


def photos_in(file: Member) -> dict[str, Photo]:
    """Return the photos of a bundle by the moments that they are called after.

    Each is read as if a stranger had sent it; what is no photo is left out.
    """
    found = {}
    for member in members_of(file, PHOTOS) if is_zip(file) else ():
        moment = PurePosixPath(member.name).stem
        with suppress(Refused):
            found[moment] = without_traces(member.data)
    return found


def child_of(person: Person) -> FoundChild:
    """Return a child of the header as one that was found."""
    name, born = str(person["id"]), str(person.get("born") or "")
    try:
        day = date.fromisoformat(born)
    except ValueError:
        day = None
    return FoundChild(
        id=name, source=f"{NAME}:{name}", name=str(person.get("name") or ""), born=day
    )


def for_child(reading: Reading, *, found: str, child: str) -> Reading:
    """Return the reading of one found child, as of a child of this family.

    Args:
        reading: from `read`.
        found: the id of a child of the reading.
        child: the id of the family's own child.
    """
    if reading.format != NAME:
        return reading.for_child({found: child})
    pairs = [
        (at_home(moment, child), line)
        for moment, line in zip(reading.moments, reading.stands_in, strict=True)
        if moment.child == found
    ]
    ids = {moment.id: at_home(moment, child).id for moment in reading.moments}
    return replace(
        reading,
        records=len(pairs),
        photos={ids[name]: photo for name, photo in reading.photos.items() if name in ids},
        moments=tuple(moment for moment, _line in pairs),
        stands_in=tuple(line for _moment, line in pairs),
    )


def at_home(moment: Moment, child: str) -> Moment:
    """Return a moment of our own format as one of this child."""
    if moment.child == child:
        return moment
    named = {key: str(moment.detail[key]) for key in (SAME, APART) if key in moment.detail}
    return replace(
        moment,
        child=child,
        id=name_at(child, moment.id),
        answers=moment.answers and name_at(child, moment.answers),
        detail={**moment.detail, **{key: name_at(child, name) for key, name in named.items()}},
    )


def name_at(child: str, name: str) -> str:
    """Return the name that a moment of another child has here."""
    return str(uuid5(UUID(child), name))
