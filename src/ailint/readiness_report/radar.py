"""The radar: four scores as points on four axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

CENTRE = 150
RADIUS = 104
DIRECTIONS = ((0, -1), (1, 0), (0, 1), (-1, 0))
RINGS = (25, 50, 75, 100)


class Point(NamedTuple):
    """A place in the drawing."""

    x: float
    y: float


class Axis(NamedTuple):
    """One area: the end of its axis, and the point of its score, None where it has none."""

    title: str
    score: int | None
    end: Point
    point: Point | None


def axes(scores: Sequence[tuple[str, int | None]]) -> list[Axis]:
    """An axis for each of four titles and scores: up, right, down, left."""
    return [
        Axis(title, score, at(way, 100), None if score is None else at(way, score)) for way, (title, score) in zip(DIRECTIONS, scores, strict=True)
    ]


def rings() -> list[str]:
    """The scale: a diamond for each quarter."""
    return [path([at(way, share) for way in DIRECTIONS]) for share in RINGS]


def shape(found: Sequence[Axis]) -> str:
    """The area that the scores enclose; an axis without a score leaves it out."""
    return path([axis.point for axis in found if axis.point])


def at(direction: tuple[int, int], share: int) -> Point:
    """The point at `share` of 100 along an axis."""
    return Point(CENTRE + direction[0] * RADIUS * share / 100, CENTRE + direction[1] * RADIUS * share / 100)


def path(points: Sequence[Point]) -> str:
    """The points as SVG takes them."""
    return " ".join(f"{point.x:g},{point.y:g}" for point in points)
