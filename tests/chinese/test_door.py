"""Takes the doors of rooms that load late, gives what stands behind each of their names."""

from __future__ import annotations

from types import ModuleType

import pytest

from docgen import chinese, vocabulary


@pytest.mark.parametrize("room", [chinese, vocabulary])
def test_every_name_on_the_door_is_to_be_had(room: ModuleType) -> None:
    assert len(room.__all__) > 5
    assert [name for name in room.__all__ if getattr(room, name, None) is None] == []


@pytest.mark.parametrize("room", [chinese, vocabulary])
def test_a_name_that_is_not_on_the_door_is_an_attribute_error(room: ModuleType) -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        room.nothing  # noqa: B018
