"""Photos as cameras write them, part by part: with a place, a name and a film behind them."""

import struct

PLACE = b"52.5200N 13.4050E"
GREY_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


def segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(turned, *, order=">"):
    """Return what a camera says: which way up, and where."""
    mark = b"MM" if order == ">" else b"II"
    made = struct.pack(order + "HHII", 0x010F, 2, 1, 0)
    way = struct.pack(order + "HHIHH", 0x0112, 3, 1, turned, 0)
    tiff = mark + struct.pack(order + "HIH", 42, 8, 2) + made + way + bytes(4) + PLACE
    return segment(0xE1, b"Exif\0\0" + tiff)


FRAME = segment(0xC0, struct.pack(">BHHB", 8, 300, 400, 1) + b"\1\x11\0")
TABLES = segment(0xDB, bytes(65)) + segment(0xC4, bytes(20))
SCAN = segment(0xDA, b"\1\1\0\0\x3f\0") + b"picture\xff\x00more\xff\xd0end"


def jpeg(*extra, frame=FRAME):
    """Return a JPEG with what is given between its head and its picture, and a film behind it."""
    head = segment(0xE0, b"JFIF\0") + segment(0xFE, PLACE) + segment(0xED, PLACE)
    return b"\xff\xd8" + head + b"".join(extra) + TABLES + frame + SCAN + b"\xff\xd9" + PLACE


def plain_jpeg(*extra, frame=FRAME):
    """Return it as it should be kept."""
    return b"\xff\xd8" + b"".join(extra) + TABLES + frame + SCAN + b"\xff\xd9"


def chunk(name, body):
    return struct.pack(">I4s", len(body), name) + body + bytes(4)


def png(*extra):
    head = chunk(b"IHDR", struct.pack(">II", 40, 30) + bytes(5))
    return (
        b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", b"x") + chunk(b"IEND", b"")
    )


def riff(name, body):
    return struct.pack("<4sI", name, len(body)) + body + b"\0" * (len(body) % 2)


def webp(*chunks):
    body = b"".join(chunks)
    return struct.pack("<4sI4s", b"RIFF", len(body) + 4, b"WEBP") + body


LOSSY = riff(b"VP8 ", bytes(6) + struct.pack("<HH", 64, 48) + b"x")
LOSSLESS = riff(b"VP8L", b"\x2f" + struct.pack("<I", 63 | 47 << 14))
EXTENDED = riff(b"VP8X", bytes([0x2C | 0x10, 0, 0, 0]) + b"\x3f\0\0\x2f\0\0")
PLAIN_EXTENDED = riff(b"VP8X", bytes([0x10, 0, 0, 0]) + b"\x3f\0\0\x2f\0\0")
