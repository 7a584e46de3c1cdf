"""Templates for programs: listed, fetched, replaced once they are sound, withdrawn."""

from __future__ import annotations

from tests.web.office import Office

from docgen.accounts import Role

ASKED = {"kind": "minutes", "format": "html"}


def with_last(text: str, template: bytes) -> bytes:
    """Return a template with something more at the end of its last block."""
    before, end, after = template.rpartition(b"{% endblock %}")
    return before + text.encode() + end + after


def test_templates_are_listed_with_where_to_have_them(reading_room: Office) -> None:
    reader = reading_room.program(Role.READER)
    listed = reader.get("/api/v1/templates").json()["templates"]
    minutes = [each for each in listed if each["kind"] == "minutes"]
    assert {each["format"] for each in minutes} == {"docx", "html"}
    for each in minutes:
        answer = reader.get(each["href"])
        assert (answer.status_code, answer.headers["content-disposition"][:10]) == (200, "attachment")
    assert not any(each["kind"] == "talk-record" for each in listed)


def test_a_template_that_there_is_none_of_is_not_there(reading_room: Office) -> None:
    reader = reading_room.program(Role.READER)
    for asked in ({"kind": "keine"}, {"kind": "minutes", "format": "xlsx"}, {"kind": "talk-record"}):
        assert reader.get("/api/v1/template", params=asked).status_code == 404


def test_a_template_is_taken_into_use_once_it_is_sound(office: Office) -> None:
    admin = office.program(Role.ADMIN)
    builtin = admin.get("/api/v1/template", params=ASKED).content
    changed = with_last("<p>本单位的模板</p>", builtin)
    assert changed != builtin
    tried = admin.post("/api/v1/templates", params={**ASKED, "try": "true"}, files={"file": ("x.html", changed)})
    assert (tried.status_code, tried.json()["used"]) == (200, False), tried.text
    assert admin.get("/api/v1/template", params=ASKED).content == builtin
    used = admin.post("/api/v1/templates", params=ASKED, files={"file": ("x.html", changed)})
    assert (used.status_code, used.json()["used"]) == (200, True)
    assert "本单位的模板" in admin.get("/api/v1/template", params=ASKED).text
    assert admin.delete("/api/v1/template", params=ASKED).status_code == 204
    assert admin.get("/api/v1/template", params=ASKED).content == builtin


def test_a_template_with_errors_is_refused_with_where_they_are(office: Office) -> None:
    admin = office.program(Role.ADMIN)
    builtin = admin.get("/api/v1/template", params=ASKED).content
    broken = with_last("{{ 没有这一栏 }}", builtin)
    answer = admin.post("/api/v1/templates", params=ASKED, files={"file": ("x.html", broken)})
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (422, "urn:docgen:template-unsound")
    assert any("没有这一栏" in str(each) and each["line"] for each in problem["findings"])
    assert admin.get("/api/v1/template", params=ASKED).content == builtin
