"""Takes any bytes, gives the promise that reading never raises; takes any data, gives it back as typed."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from docgen.records.reading import read_text
from docgen.records.record import Mark, Written, marked
from docgen.vocabulary import as_json

SIGNS = st.sampled_from(
    [*"甲乙：，:,-?[]{}&*!|>'\"%@`#<~ \t\n\r\\0a　\u200b\x00\x85", "---\n", "...\n", ": ", "- ", "\n  "]
)
LETTERS = st.characters(categories=("Lu", "Ll", "Lo", "Nd"), exclude_characters="\u3164\uffa0\u115f\u1160")
TEXTS = st.text(LETTERS, min_size=1, max_size=12)
DATA = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=12
)


@given(st.binary(max_size=200))
def test_any_bytes_never_raise(content: bytes) -> None:
    read_text(content, "x.yaml")


@given(st.lists(SIGNS, max_size=60).map("".join))
def test_any_signs_of_yaml_never_raise_and_every_finding_has_words(text: str) -> None:
    _, findings = read_text(text.encode(), "x.yaml")

    lines = len(text.splitlines()) + 1
    for finding in findings:
        assert as_json(finding)["message"]
        assert 1 <= finding.place.line <= lines
        assert finding.place.column >= 1


@given(st.dictionaries(TEXTS, DATA, min_size=1, max_size=4))
def test_plain_nested_data_comes_back_as_typed(data: dict[str, Written]) -> None:
    (record,), findings = read_text(block(data).encode(), "x.yaml")

    assert findings == []
    assert record.data == data
    assert_alike(record.data, record.source.marks)


@given(st.dictionaries(TEXTS, DATA, min_size=1, max_size=4))
def test_every_mark_points_at_its_own_text(data: dict[str, Written]) -> None:
    text = block(data)
    (record,), _ = read_text(text.encode(), "x.yaml")

    for value, mark in scalars(record.data, record.source.marks):
        assert text.split("\n")[mark.line - 1][mark.column - 1 :].startswith(value)


def block(data: dict[str, Written], indent: str = "") -> str:
    """Write a mapping in block style; what is below it in flow style from the second level on."""
    return "".join(f"{indent}{key}: {flow(value)}\n" for key, value in data.items())


def flow(value: Written) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return f"{{{', '.join(f'{key}: {flow(inner)}' for key, inner in value.items())}}}"


def assert_alike(data: Written, mark: Mark) -> None:
    """The marks have the keys and the lengths of the data."""
    if isinstance(data, dict):
        assert isinstance(mark.below, dict)
        assert mark.below.keys() == data.keys()
        for key, inner in data.items():
            assert_alike(inner, marked(mark.below[key]))
    elif isinstance(data, list):
        assert isinstance(mark.below, list)
        for inner, inner_mark in zip(data, mark.below, strict=True):
            assert_alike(inner, marked(inner_mark))
    else:
        assert mark.below is None


def scalars(data: Written, mark: Mark) -> Iterator[tuple[str, Mark]]:
    """Yield each text with its mark."""
    if isinstance(data, str):
        yield data, mark
    elif isinstance(data, dict) and isinstance(mark.below, dict):
        for key, inner in data.items():
            yield from scalars(inner, marked(mark.below[key]))
    elif isinstance(data, list) and isinstance(mark.below, list):
        for inner, inner_mark in zip(data, mark.below, strict=True):
            yield from scalars(inner, marked(inner_mark))
