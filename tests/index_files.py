"""Files of the search index, read by their description alone."""

from __future__ import annotations


def varints(data: bytes, at: int, count: int) -> tuple[list[int], int]:
    """The next numbers of a file, and where they end."""
    found = []
    for _ in range(count):
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                break
        found.append(value)
    return found, at


def read_places(data: bytes) -> dict[int, bytes]:
    """A file of places, read by its description alone."""
    (terms, directory, lists), at = varints(data, 0, 3)
    start, rest = at + directory, 0
    found = {}
    for _ in range(terms):
        (difference, size), at = varints(data, at, 2)
        rest += difference
        found[rest] = data[start : start + (size >> 1)]
        start += size >> 1
    assert start == len(data)
    assert start - at == lists
    return found


def read_shard(data: bytes) -> list[dict[int, list[int]]]:
    """The three sections of a shard, read by their description alone."""
    sections, at = [], 0
    for _ in range(3):
        (terms, directory, lists), at = varints(data, at, 3)
        start, place, rest = at + directory, at, 0
        found: dict[int, list[int]] = {}
        for _ in range(terms):
            (difference, size), place = varints(data, place, 2)
            rest += difference
            part = data[start : start + (size >> 1)]
            start += size >> 1
            if size & 1:
                found[rest] = [n for n in range(len(part) * 8) if part[n >> 3] >> (n & 7) & 1]
            else:
                numbers, number, where = [], 0, 0
                while where < len(part):
                    (gap,), where = varints(part, where, 1)
                    number += gap
                    numbers.append(number)
                found[rest] = numbers
        assert place == at + directory
        at += directory + lists
        assert start == at
        sections.append(found)
    assert at == len(data)
    return sections
