"""Takes the package as an integrator imports it, gives its verbs, loaded when they are first used."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import docgen
from docgen.drafting import found
from docgen.errors import UsageError


def test_what_the_package_offers_is_what_it_says() -> None:
    verbs = ["bulletin", "check", "export", "kinds", "open_workspace", "render", "schema", "status", "watch"]

    assert docgen.__all__ == ["__version__", *verbs]
    assert all(callable(getattr(docgen, name)) for name in verbs)
    assert set(docgen.__all__) <= set(dir(docgen))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        docgen.nothing  # noqa: B018


@pytest.mark.parametrize(
    "program",
    [
        "import docgen; import sys; print('pydantic' in sys.modules)",
        "import docgen, docgen.export.driver; print(not callable(docgen.export))",
        "from docgen.export import Order; from docgen import export; print(not callable(export))",
        "import docgen; docgen.render; print(not callable(docgen.export))",
    ],
)
def test_importing_is_light_and_a_verb_is_never_hidden_by_a_room(program: str) -> None:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_the_verbs_do_what_the_commands_do(tmp_path: Path) -> None:
    found(tmp_path, 2020)
    workspace = docgen.open_workspace(tmp_path)

    assert docgen.check(workspace, on=date(2020, 1, 15)).findings == ()
    done = docgen.render(workspace, "一支部/2020/01/2020-01-10-支委会", kinds=["minutes"], to=["docx"])
    assert [path.name for path in (tmp_path / "output").iterdir()] == [done.outcomes[0].path]
    assert not docgen.export(workspace, "2020-01", kinds=["minutes"]).failed
    assert docgen.schema("会议")["title"] == "会议"


def test_a_pdf_for_the_archive_has_another_key_and_other_formats_the_same(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    found(tmp_path, 2020)
    workspace = docgen.open_workspace(tmp_path)

    def keys(*, archival: bool) -> dict[str, str]:
        done = docgen.export(workspace, "2020-01", kinds=["minutes"], to=["docx", "pdf"], archival=archival)
        return {each.format.value: each.key for each in done.outcomes}

    with pytest.raises(UsageError) as refused:
        docgen.export(workspace, "2020-06", kinds=["minutes"], archival=True)
    assert (refused.value.code, refused.value.values) == ("archival-without-pdf", {"value": "docx"})
    usual, archival = keys(archival=False), keys(archival=True)
    assert usual["docx"] == archival["docx"]
    assert usual["pdf"] != archival["pdf"]


def test_the_bulletin_is_asked_for_an_outlet_by_its_name(tmp_path: Path) -> None:
    found(tmp_path / "工作区", 2020, "甲公司")
    workspace = docgen.open_workspace(tmp_path / "工作区")

    done = docgen.bulletin(workspace, "2020-01", outlet="web", out=tmp_path / "出")

    assert [outcome.path for outcome in done.outcomes] == ["机关党委-2020-01-简报-网页.html"]
    for outlet, to, code in (("weibo", (), "outlet-unknown"), ("web", ("pdf",), "outlet-format")):
        with pytest.raises(UsageError) as refused:
            docgen.bulletin(workspace, "2020-01", outlet=outlet, to=to)
        assert refused.value.code == code
