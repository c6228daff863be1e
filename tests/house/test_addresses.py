"""A clone works anywhere: no file holds the address of a registry, or a path of one machine."""

import re

import pytest

from tests.house.house import HOUSE, files, lines, named

# In two halves each, since this file is looked at too.
REGISTRIES = (
    ("pypi.", "org"),
    ("pythonhosted.", "org"),
    ("registry.npm", "js.org"),
    ("registry.", "yarnpkg.com"),
    ("deb.", "debian.org"),
    ("registry-1.", "docker.io"),
    ("proxy.", "golang.org"),
)
REGISTRY = re.compile("|".join(re.escape("".join(halves)) for halves in REGISTRIES))
MACHINE = re.compile(r"(?<![\w.~<])/(?:root|home|Users|work)/[\w.]|file:/{2,3}\w|[A-Z]:\\Users\\")
ALONE = re.compile(
    r"(?<![\d.])(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}(?![\d.])"
)


def found(text: str) -> list[str]:
    """Return what ties a line to one registry, one machine or one network."""
    rules = {"a registry": REGISTRY, "a path of one machine": MACHINE, "one network": ALONE}
    return [why for why, rule in rules.items() if rule.search(text)]


def test_no_file_holds_a_registry_or_a_path_of_one_machine():
    ties = [
        f"{named(path)}:{number}: {', '.join(why)}"
        for path in files()
        for number, line in enumerate(lines(path), 1)
        if (why := found(line))
    ]
    assert ties == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("--index-url https://" + "".join(REGISTRIES[0]) + "/simple", ["a registry"]),
        ('"resolved": "https://' + "".join(REGISTRIES[2]) + '/idb"', ["a registry"]),
        ("numpy @ file://" + "/opt/wheels/numpy.whl", ["a path of one machine"]),
        ('DATA = "/ho' + 'me/ada/holdfast"', ["a path of one machine"]),
        ("-e /ro" + "ot/holdfast", ["a path of one machine"]),
        ("listen on 192.168" + ".178.20", ["one network"]),
        ("numpy==2.4.6 --hash=sha256:0a30", []),
        ("see docs/run-a-server/home/backup.md and 127.0.0.1", []),
    ],
)
def test_what_ties_a_line_to_a_place_is_found(line, why):
    assert found(line) == why


@pytest.mark.parametrize(
    "lock", sorted((HOUSE / "requirements").glob("*.txt")), ids=lambda p: p.name
)
def test_every_version_in_a_lock_has_its_hashes(lock):
    requirements = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8"))
    without = [each for each in requirements if "==" in each and "--hash=sha256:" not in each]
    assert len(requirements) > 20
    assert without == []


def test_the_locks_agree_on_every_version_that_both_name():
    web, everything = (
        set(
            re.findall(
                r"^\S+==.*?(?= \\)", (HOUSE / "requirements" / name).read_text(), re.MULTILINE
            )
        )
        for name in ("web.txt", "test.txt")
    )
    assert web - everything == set()
