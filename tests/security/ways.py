"""Takes an attack, tries it the way it says, gives what docgen answered: codes with their words."""

from __future__ import annotations

import ast
import socket
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Self

from tests.security.attacks import Attack
from tests.security.payloads import page_template, text_template
from tests.security.requests import SENDERS, send, served
from tests.web.office import Office

from docgen.confinement import Confinement, Limits
from docgen.documents import kind_named
from docgen.errors import DocgenError
from docgen.findings import Finding, Level
from docgen.formats import Format
from docgen.intake import collect
from docgen.model.settings import LimitSettings
from docgen.records.reading import read_text
from docgen.renderers import render
from docgen.stationery import Stationery
from docgen.stationery.checking.shape import shape_of
from docgen.stationery.checking.trial import filled
from docgen.stationery.receiving import WARM, receive, restore
from docgen.vocabulary import hint, message
from docgen.workspace import Workspace, load_unit, open_workspace
from docgen.workspace.receiving import WARM as PICTURE_WARM
from docgen.workspace.receiving import receive_picture

NOTICE, MINUTES, SIGNING = "meeting-notice", "minutes", "sign-in-sheet"
SETTINGS = "单位: 某公司\n"
BRANCH = "名称: 第一党支部\n简称: 一支部\n种类: 党支部\n党员: [{姓名: 张一, 转正日期: 2010-07-01}]\n"
RECORD = "类型: 主题党日\n主题: 参观\n开始: 2020-03-15 09:00\n照片: [{文件: %s, 说明: 合影}]\n"
HASTE = Limits(seconds=2)
NARROW = Limits(memory_mib=128)


@dataclass(frozen=True)
class Answer:
    """What was said to an attack."""

    code: str
    message: str
    hint: str


class Told(Exception):
    """What a service answered in its own words."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self.answer = answer


@dataclass
class Range:
    """Where attacks are tried: a workspace of its own, processes of its own; a context."""

    held: ExitStack = field(default_factory=ExitStack)
    folder: Path = field(init=False)
    confinement: Confinement = field(init=False)

    def __enter__(self) -> Self:
        self.folder = Path(self.held.enter_context(tempfile.TemporaryDirectory()))
        self.confinement = self.held.enter_context(Confinement(1, warm=(*WARM, *PICTURE_WARM)))
        for name, text in {"docgen.yaml": SETTINGS, "支部/一支部/单位.yaml": BRANCH}.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(text, encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self.held.close()

    def answer(self, attack: Attack) -> list[Answer]:
        """Try an attack; raise AssertionError where nothing was refused."""
        try:
            findings = WAYS[attack.how](self, attack.payload() if callable(attack.payload) else attack.payload)
        except DocgenError as refused:
            return [self._said(refused)]
        except Told as told:
            return [told.answer]
        grave = [each for each in findings if each.level is Level.ERROR]
        assert grave, f"not refused: {attack.name}"
        return [self._said(each) for each in grave]

    def _said(self, about: Finding | DocgenError) -> Answer:
        return Answer(about.code, message(about).replace(f"{self.folder}/", ""), hint(about))

    @cached_property
    def office(self) -> Office:
        return self.held.enter_context(served())

    @property
    def workspace(self) -> Workspace:
        return open_workspace(self.folder)

    @property
    def stationery(self) -> Stationery:
        return Stationery(self.folder / "templates")


Way = Callable[[Range, Any], list[Finding]]


def upload_text(here: Range, source: str) -> list[Finding]:
    return _upload(here, NOTICE, Format.TXT, text_template(source))


def upload_page(here: Range, body: str) -> list[Finding]:
    return _upload(here, MINUTES, Format.HTML, page_template(body))


def upload_word(here: Range, content: bytes) -> list[Finding]:
    return _upload(here, MINUTES, Format.DOCX, content)


def upload_book(here: Range, content: bytes) -> list[Finding]:
    return _upload(here, SIGNING, Format.XLSX, content)


def _upload(here: Range, kind: str, format: Format, content: bytes) -> list[Finding]:
    return list(receive(here.confinement, here.stationery, kind_named(kind), format, content).findings)


def export_text(here: Range, source: str) -> list[Finding]:
    """Put a template into the workspace by hand, and make a paper as an export does."""
    return _export(here, NOTICE, Format.TXT, text_template(source))


def export_page(here: Range, body: str) -> list[Finding]:
    return _export(here, MINUTES, Format.HTML, page_template(body))


def export_pdf(here: Range, body: str) -> list[Finding]:
    """Make a pdf; what it must not fetch is a warning, and is not in it."""
    made = _export(here, MINUTES, Format.PDF, page_template(body))
    return [Finding(each.code, Level.ERROR, each.place, values=each.values) for each in made]


def _export(here: Range, kind: str, format: Format, content: bytes) -> list[Finding]:
    with tempfile.TemporaryDirectory() as own:
        stationery = Stationery(Path(own))
        stationery.put({f"{kind}/{kind}.{'html' if format is Format.PDF else format}": content})
        context = {label: filled(each, full=True) for label, each in shape_of(kind_named(kind).schema).labels.items()}
        return list(render(stationery.template(kind, format), context).findings)


def read_record(_here: Range, text: str | bytes) -> list[Finding]:
    return read_text(text.encode() if isinstance(text, str) else text, "记录.yaml")[1]


def name_picture(here: Range, name: str) -> list[Finding]:
    """Let a record name a picture."""
    path = here.folder / "支部/一支部/记录/2020/03/2020-03-15-主题党日.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RECORD % name, encoding="utf-8")
    return list(load_unit(here.workspace, "一支部").findings)


def collect_zip(here: Range, content: bytes) -> list[Finding]:
    path = here.folder / "交来.zip"
    path.write_bytes(content)
    return list(collect(here.workspace, [path]).findings)


def upload_picture(here: Range, content: bytes) -> list[Finding]:
    receive_picture(here.confinement, "照片.png", content, LimitSettings())
    return []


def restore_template(here: Range, file: str) -> list[Finding]:
    restore(here.folder / "templates", MINUTES, file)
    return []


def work(here: Range, name: str) -> list[Finding]:
    """Do something in a confined process, as code would that had broken out of a template."""
    here.confinement.run(BREAKOUTS[name], limits=HASTE if BREAKOUTS[name] is run_on else NARROW)
    return []


def connect() -> None:
    socket.create_connection(("127.0.0.1", 80), timeout=1)


def begin_program() -> None:
    subprocess.run(["true"], check=True)


def write_file() -> None:
    Path("docgen-was-here").write_text("x")


def run_on() -> None:
    while True:
        pass


def take_memory() -> None:
    bytearray(10**9)


def answer_with_code() -> object:
    return ast.parse("1")


BREAKOUTS: Mapping[str, Callable[[], object]] = {
    "socket.create_connection(…)": connect,
    "subprocess.run(…)": begin_program,
    "open(…, 'w')": write_file,
    "while True: pass": run_on,
    "bytearray(10**9)": take_memory,
    "return object()": answer_with_code,
}


def _asked(sender: str) -> Way:
    def ask(here: Range, request: str) -> list[Finding]:
        told = send(here.office, sender, request)
        raise Told(Answer(told["type"].rpartition(":")[2], told["title"], told["detail"]))

    return ask


WAYS: Mapping[str, Way] = {
    "上传文本模板": upload_text,
    "上传网页模板": upload_page,
    "上传 Word 模板": upload_word,
    "上传表格模板": upload_book,
    "放进工作区后导出文本": export_text,
    "放进工作区后导出网页": export_page,
    "放进工作区后导出 PDF": export_pdf,
    "读记录": read_record,
    "记录里写图片名": name_picture,
    "收取 zip": collect_zip,
    "上传图片": upload_picture,
    "恢复模板": restore_template,
    "在隔离的进程里运行": work,
    **{sender: _asked(sender) for sender in SENDERS},
}
