"""A photo as it may be kept: the picture alone, without where and with what it was taken.

A camera writes places, times and names beside the picture; here each part of the file that is no
picture is left out, and nothing is drawn anew. Of what a JPEG says besides only stays which way up
it is.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.words import OtherFormat, Refused

MIB = 1024 * 1024
LARGEST = 4 * MIB
MOST_PIXELS = 50_000_000
SUFFIXES = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture: its type, its bytes, and how large it is shown."""

    type: str
    content: bytes
    width: int
    height: int


def without_traces(data: bytes) -> Photo:
    """Return the picture in a file, and nothing else of it.

    Raises:
        OtherFormat: it is none of the three that every browser shows.
        Refused: it is too large, or damaged.
    """
    if len(data) > LARGEST:
        raise Refused(
            f"The photo has more than {LARGEST // MIB} MB.",
            hint="Choose a smaller one, or let the phone make it smaller: that needs a script.",
        )
    try:
        photo = picture_in(data)
    except (struct.error, IndexError, ValueError) as wrong:
        raise Refused("The photo is damaged.", hint="Choose it once more, or another.") from wrong
    if not 0 < photo.width * photo.height <= MOST_PIXELS:
        raise Refused("The photo has too many pixels.", hint="Choose a smaller one.")
    return photo


def picture_in(data: bytes) -> Photo:
    """Read a file by what it begins with; its name says nothing."""
    if data.startswith(b"\xff\xd8\xff"):
        return jpeg(data)
    if data.startswith(PNG):
        return png(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return webp(data)
    raise OtherFormat("That is no photo.", hint="A JPEG, PNG or WebP, please.")


# JPEG: segments, each with a marker and its length.
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
TABLES = frozenset({0xC4, 0xCC, 0xDB, 0xDD})
COLOURS = 0xEE  # Adobe's: how three colours became four
EXIF, SCAN, END = 0xE1, 0xDA, 0xD9


def jpeg(data: bytes) -> Photo:
    """Keep frames, tables and scans, and which way up it is."""
    kept, size, turned = [b"\xff\xd8"], (0, 0), 1
    for marker, segment in segments(data):
        if marker == EXIF:
            turned = orientation(segment[4:]) or turned
        elif marker in FRAMES:
            size = struct.unpack(">xxxxxHH", segment[:9])
            kept.append(segment)
        elif marker in TABLES | {COLOURS, SCAN}:
            kept.append(segment)
    if turned != 1:
        kept.insert(1, upright(turned))
    height, width = size
    if turned in SIDEWAYS:
        height, width = width, height
    return Photo("image/jpeg", b"".join([*kept, b"\xff\xd9"]), width, height)


def segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each segment; a scan with the picture behind it. What follows the end is none."""
    at = 2
    while True:
        if data[at] != 0xFF:  # noqa: PLR2004 -- every marker begins so
            raise ValueError(at)
        marker = data[at + 1]
        if marker == 0xFF:  # noqa: PLR2004 -- one may stand before a marker to fill up
            at += 1
            continue
        if marker == END:
            return
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        end = at + 2 + length
        if marker == SCAN:
            end = end_of_scan(data, end)
        if length < 2 or end > len(data):  # noqa: PLR2004 -- the length counts itself
            raise ValueError(at)
        yield marker, data[at:end]
        at = end


def end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker is that is none within a picture."""
    while True:
        at = data.index(b"\xff", at)
        if data[at + 1] != 0 and not 0xD0 <= data[at + 1] <= 0xD7:  # noqa: PLR2004 -- restarts
            return at
        at += 2


SIDEWAYS = frozenset({5, 6, 7, 8})
TURNED = 0x0112


def orientation(exif: bytes) -> int:
    """Return which way up it is, 1 to 8; 0 where that is not said."""
    if not exif.startswith(b"Exif\0\0"):
        return 0
    tiff = exif[6:]
    order = "<" if tiff.startswith(b"II") else ">"
    (first,) = struct.unpack_from(order + "I", tiff, 4)
    (count,) = struct.unpack_from(order + "H", tiff, first)
    for number in range(min(count, 200)):
        tag, kind, _, value = struct.unpack_from(order + "HHIH", tiff, first + 2 + 12 * number)
        if tag == TURNED and kind == 3 and 1 <= value <= 8:  # noqa: PLR2004 -- a short
            return int(value)
    return 0


def upright(turned: int) -> bytes:
    """Return a segment that says which way up it is, and no more."""
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, TURNED, 3, 1, turned, 0, 0)
    body = b"Exif\0\0" + tiff
    return struct.pack(">BBH", 0xFF, EXIF, len(body) + 2) + body


PNG = b"\x89PNG\r\n\x1a\n"
OF_A_PNG = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB"})


def png(data: bytes) -> Photo:
    """Keep the chunks that are the picture."""
    kept, at, size = [PNG], len(PNG), (0, 0)
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data):
            raise ValueError(at)
        if name == b"IHDR":
            size = struct.unpack_from(">II", data, at + 8)
        if name in OF_A_PNG:
            kept.append(data[at:end])
        if name == b"IEND":
            return Photo("image/png", b"".join(kept), *size)
        at = end


OF_A_WEBP = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
ONLY_CLEAR = 0x10  # of the flags that say what else is there, the one that something is clear


def webp(data: bytes) -> Photo:
    """Keep the chunks that are the picture."""
    kept, at, size = [], 12, (0, 0)
    while at < len(data):
        name, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        if at + 8 + length > len(data):
            raise ValueError(at)
        if name in OF_A_WEBP:
            body = data[at + 8 : at + 8 + length]
            size = size if size != (0, 0) else webp_size(name, body)
            if name == b"VP8X":
                body = bytes([body[0] & ONLY_CLEAR]) + body[1:]
            kept.append(struct.pack("<4sI", name, length) + body + b"\0" * (length % 2))
        at = end
    content = b"".join(kept)
    head = struct.pack("<4sI4s", b"RIFF", len(content) + 4, b"WEBP")
    return Photo("image/webp", head + content, *size)


def webp_size(name: bytes, body: bytes) -> tuple[int, int]:
    """Return width and height as the first chunk that knows them says."""
    if name == b"VP8X":
        wide, high = (int.from_bytes(body[at : at + 3], "little") for at in (4, 7))
        return wide + 1, high + 1
    if name == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if name == b"VP8 ":
        wide, high = struct.unpack_from("<HH", body, 6)
        return wide & 0x3FFF, high & 0x3FFF
    return 0, 0
