"""Archives, opened with care: their names, numbers and sizes are claims until they are counted."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from holdfast.words import OtherFormat, Refused

MIB = 1024 * 1024
MOST_MEMBERS = 200  # that can be logs
MOST_BESIDE = 20_000  # photos, and what a journal holds
LARGEST_MEMBER = 64 * MIB
LARGEST_IN_ALL = 256 * MIB
READ_SUFFIXES = frozenset({".csv", ".json", ".jsonl", ".txt", ".tsv"})
ARCHIVE_SUFFIXES = frozenset({".zip", ".gz", ".tgz", ".7z", ".rar", ".xz", ".bz2", ".tar", ".zst"})
CLUTTER = ("__MACOSX/", ".DS_Store")


class Member(NamedTuple):
    """A file by its name, with all its bytes."""

    name: str
    data: bytes


def is_zip(file: Member) -> bool:
    """Whether its bytes are those of a zip, whatever its name."""
    return file.data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def unzip(file: Member) -> tuple[list[Member], list[tuple[str, str]]]:
    """Return the members that can be logs, and what was passed over: (member, why).

    Raises:
        Refused: cut off, locked, a bomb, too many members, or an archive within.
        OtherFormat: a spreadsheet, or nothing within that could be a log.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            infos = [info for info in archive.infolist() if not clutter(info)]
            check_members(file.name, infos)
            members, passed = part(infos)
            read = [*unpacked(archive, members, file.name)]
    except BROKEN as wrong:
        raise Refused(
            f"{file.name} is cut off or damaged.", hint="Download it once more, to its end."
        ) from wrong
    except (RuntimeError, NotImplementedError) as wrong:
        raise Refused(
            f"{file.name} is locked or packed in an unusual way.",
            hint="Unpack it, and give the files within.",
        ) from wrong
    check_unpacked(file.name, read)
    return read, passed


def members_of(file: Member, folder: str) -> list[Member]:
    """Return what lies in a folder of a zip that `unzip` has opened before: counted as there."""
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        infos = [
            info
            for info in archive.infolist()
            if info.filename.startswith(folder) and not leads_out(info.filename)
        ]
        return [*unpacked(archive, infos, file.name)]


BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)


def clutter(info: zipfile.ZipInfo) -> bool:
    """Whether it is a folder, or what a Mac adds."""
    name = info.filename
    return info.is_dir() or name.startswith(CLUTTER[0]) or name.endswith(CLUTTER[1])


def check_members(name: str, infos: list[zipfile.ZipInfo]) -> None:
    """Hold an archive to what an export can be."""
    if any(info.filename == "[Content_Types].xml" for info in infos):
        raise OtherFormat(f"{name} is a spreadsheet.", hint="Save it as CSV (UTF-8).")
    logs = sum(suffix(info) in READ_SUFFIXES for info in infos)
    if logs > MOST_MEMBERS or len(infos) > MOST_BESIDE:
        raise Refused(
            f"{name} has {len(infos)} members, more than {MOST_MEMBERS}.",
            hint="No export has so many: give the files that you mean.",
        )
    if archives := [info.filename for info in infos if suffix(info) in ARCHIVE_SUFFIXES]:
        raise nested(name, archives[0])


def nested(name: str, member: str) -> Refused:
    """Say that archives are not opened within archives."""
    return Refused(
        f"{name} holds another archive, {member}.", hint="Unpack it, and give what is within."
    )


def suffix(info: zipfile.ZipInfo) -> str:
    """Return a member's suffix in lower case."""
    return PurePosixPath(info.filename).suffix.lower()


def part(
    infos: list[zipfile.ZipInfo],
) -> tuple[list[zipfile.ZipInfo], list[tuple[str, str]]]:
    """Part the members into those to read and those to pass over, with the reason."""
    read, passed = [], []
    for info in infos:
        if leads_out(info.filename) or leads_out(info.orig_filename):
            passed.append((info.filename, "its name leads out of the archive: not read"))
        elif suffix(info) not in READ_SUFFIXES:
            passed.append((info.filename, "no table and no JSON: not read"))
        else:
            read.append(info)
    return read, passed


def leads_out(name: str) -> bool:
    """Whether a name is absolute, climbs up, or is meant for another system."""
    drive = len(name) > 1 and name[1] == ":"
    return name.startswith("/") or drive or "\\" in name or ".." in name.split("/")


def unpacked(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], name: str) -> Iterator[Member]:
    """Unpack members one by one, counting: their headers can lie."""
    in_all = 0
    for info in infos:
        with archive.open(info) as file:
            data = file.read(LARGEST_MEMBER + 1)
        in_all += len(data)
        check_counted(info.filename, len(data), LARGEST_MEMBER)
        check_counted(name, in_all, LARGEST_IN_ALL)
        yield Member(info.filename, data)


def check_counted(name: str, size: int, largest: int) -> None:
    """Hold what was unpacked to a size."""
    if size > largest:
        raise Refused(
            f"{name} unpacks to more than {largest // MIB} MiB.",
            hint="No log is that large: see that it is the right file.",
        )


def check_unpacked(name: str, members: list[Member]) -> None:
    """Hold what came out to what a log can be."""
    if not members:
        raise OtherFormat(f"{name} holds no table and no JSON.", hint="Give the exported files.")
    for member in members:
        if is_zip(member) or member.data.startswith(b"\x1f\x8b"):
            raise nested(name, member.name)
