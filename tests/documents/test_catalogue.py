"""Takes the table of document kinds, proves that each line finds its module, and that no other module is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

from docgen.documents import KINDS, Contents, DocumentKind, kind_named
from docgen.errors import UsageError

ASKED = """
import sys
from docgen.documents import kind_named
kind_named("minutes").papers
print(*(name for name, module in sys.modules.items() if hasattr(module, "CONTENTS")))
"""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_has_a_module_of_its_own(kind: DocumentKind) -> None:
    assert isinstance(kind.load(), Contents)
    assert [each.name for each in KINDS if each.load() is kind.load()] == [kind.name]


def test_names_and_labels_are_each_given_once() -> None:
    names = [name for kind in KINDS for name in (kind.name, kind.label)]

    assert len(set(names)) == len(names)


def test_a_kind_is_found_by_name_and_by_label() -> None:
    assert kind_named("minutes") is kind_named("会议纪要")
    with pytest.raises(UsageError, match="minutes"):
        kind_named("minute")


def test_a_kind_that_is_asked_loads_no_other_ones_module() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["docgen.documents.meeting.minutes"]
