"""The OpenAPI document as a page can print it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Spec = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One parameter or field."""

    name: str
    type: str
    needed: bool
    told: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call: method, path, what it takes and what it answers."""

    method: str
    path: str
    told: str
    takes: tuple[Line, ...]
    body: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One object that goes over the wire."""

    name: str
    told: str
    fields: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All of it."""

    title: str
    told: str
    calls: tuple[Call, ...]
    shapes: tuple[Shape, ...]


def book_of(spec: Spec) -> Book:
    """Read the OpenAPI document."""
    shapes = spec["components"]["schemas"]
    return Book(
        title=spec["info"]["title"],
        told=spec["info"]["description"],
        calls=tuple(calls(spec)),
        shapes=tuple(shape(name, each) for name, each in shapes.items()),
    )


def calls(spec: Spec) -> Iterator[Call]:
    """Read each call."""
    for path, methods in spec["paths"].items():
        for method, call in methods.items():
            body = call.get("requestBody", {}).get("content", {}).get("application/json", {})
            yield Call(
                method=method.upper(),
                path=path,
                told=call.get("description", ""),
                takes=tuple(parameter(each) for each in call.get("parameters", ())),
                body=type_of(body.get("schema", {})),
                answers=tuple(answers(call["responses"])),
            )


def answers(responses: Mapping[Any, Spec]) -> Iterator[tuple[str, str]]:
    """Read what a call answers, by status."""
    for status, response in responses.items():
        content = response.get("content", {}).get("application/json", {})
        yield str(status), type_of(content.get("schema", {}))


def parameter(spec: Spec) -> Line:
    """Read one parameter."""
    told = spec.get("description") or spec["schema"].get("description", "")
    return Line(spec["name"], type_of(spec["schema"]), spec.get("required", False), told)


def shape(name: str, spec: Spec) -> Shape:
    """Read one object."""
    needed = spec.get("required", ())
    fields = [
        Line(field, type_of(each), field in needed, each.get("description", ""))
        for field, each in spec.get("properties", {}).items()
    ]
    return Shape(name, spec.get("description", ""), tuple(fields))


def type_of(spec: Spec) -> str:
    """Say in a few words what a value is."""
    if "$ref" in spec:
        return str(spec["$ref"]).rpartition("/")[2]
    if "anyOf" in spec:
        return " or ".join(type_of(each) for each in spec["anyOf"])
    if "enum" in spec:
        return " | ".join(map(str, spec["enum"]))
    if spec.get("type") == "array":
        return f"list of {type_of(spec['items'])}"
    return str(
        spec.get("title") if spec.get("properties") else spec.get("format") or spec.get("type", "")
    )
