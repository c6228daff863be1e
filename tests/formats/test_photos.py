"""A photo is the picture alone: no place, no camera, no film behind it."""

import pytest

from holdfast.formats.photos import LARGEST, Photo, orientation, without_traces
from holdfast.words import OtherFormat, Refused
from tests.formats import pictures
from tests.formats.pictures import PLACE, chunk, exif, jpeg, plain_jpeg, png, riff, segment, webp


def test_of_a_jpeg_the_picture_stays_to_the_byte_and_nothing_else():
    assert without_traces(jpeg(exif(1))) == Photo("image/jpeg", plain_jpeg(), 400, 300)


@pytest.mark.parametrize("order", [">", "<"])
def test_which_way_up_it_is_stays_and_its_place_does_not(order):
    photo = without_traces(jpeg(exif(6, order=order)))
    assert (photo.width, photo.height) == (300, 400)
    assert PLACE not in photo.content
    assert without_traces(photo.content) == photo
    assert orientation(photo.content[6:]) == 6


def test_upside_down_is_as_wide_as_before():
    photo = without_traces(jpeg(exif(3)))
    assert (photo.width, photo.height) == (400, 300)


def test_a_jpeg_that_says_nothing_of_its_way_up_gets_nothing_added():
    other = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PLACE)
    nothing = segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\0")
    assert without_traces(jpeg(other, nothing)).content == plain_jpeg()


def test_bytes_that_fill_up_before_a_marker_are_passed_over():
    data = jpeg().replace(pictures.FRAME, b"\xff" + pictures.FRAME)
    assert without_traces(data).content == plain_jpeg()


def test_of_a_png_the_picture_stays():
    data = png(chunk(b"eXIf", PLACE), chunk(b"tEXt", PLACE), chunk(b"gAMA", b"1234")) + PLACE
    assert without_traces(data) == Photo("image/png", png(chunk(b"gAMA", b"1234")), 40, 30)


@pytest.mark.parametrize("picture", [pictures.LOSSY, pictures.LOSSLESS])
def test_of_a_webp_the_picture_stays(picture):
    data = webp(picture, riff(b"EXIF", PLACE), riff(b"XMP ", PLACE))
    assert without_traces(data) == Photo("image/webp", webp(picture), 64, 48)


def test_an_extended_webp_no_longer_says_that_there_is_more():
    alpha = riff(b"ALPH", b"abc")
    data = webp(pictures.EXTENDED, alpha, pictures.LOSSY, riff(b"EXIF", PLACE))
    kept = webp(pictures.PLAIN_EXTENDED, alpha, pictures.LOSSY)
    assert without_traces(data) == Photo("image/webp", kept, 64, 48)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", b"RIFF0000WAVE", b"\xff\xd8"])
def test_what_is_no_photo_is_refused(data):
    with pytest.raises(OtherFormat, match="no photo"):
        without_traces(data)


@pytest.mark.parametrize(
    "data",
    [
        jpeg()[:-40],
        jpeg()[:30],
        b"\xff\xd8\xff\xe0\x00\x01" + bytes(9),
        b"\xff\xd8\xff\xe0\x00\x03ab" + bytes(9),
        png()[:30],
        png()[:-8],
        webp(pictures.LOSSY)[:-4],
        webp(pictures.LOSSY) + b"EXIF\xff\xff\xff\x7f",
    ],
)
def test_a_damaged_photo_is_refused_and_breaks_nothing(data):
    with pytest.raises(Refused, match="damaged"):
        without_traces(data)


def test_a_photo_too_large_in_bytes_or_pixels_is_refused():
    with pytest.raises(Refused, match="more than 4 MB"):
        without_traces(jpeg() + bytes(LARGEST))
    huge = segment(0xC2, b"\x08\xff\xff\xff\xff\x01\x01\x11\x00")
    with pytest.raises(Refused, match="too many pixels"):
        without_traces(jpeg(frame=huge))
    with pytest.raises(Refused, match="too many pixels"):
        without_traces(webp(riff(b"ALPH", b"abc")))
