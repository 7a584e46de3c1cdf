"""Takes functions that behave, overrun or break, gives what confinement makes of them."""

from __future__ import annotations

import ctypes
import os
import pickletools
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from docgen import findings
from docgen.confinement import Confinement, Limits
from docgen.confinement.answers import End, UnreadableAnswerError, packed, unpacked
from docgen.errors import Busy, DocgenError, Overrun, TemplateError
from docgen.findings import Finding, Level, Place
from docgen.vocabulary import hint, message

LIMITED = sys.platform != "win32"
FINDING = Finding("template-syntax", Level.ERROR, Place("模板.txt", 3), values={"value": "{{", "message": "x"})


def add(left: int, right: int) -> int:
    return left + right


def process() -> int:
    return os.getpid()


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def loop() -> None:
    while True:
        pass


def take(mib: int) -> int:
    return len(bytearray(mib * 1024 * 1024))


def crash() -> None:
    ctypes.string_at(0)


def refuse() -> None:
    raise TemplateError("template-syntax", {"template": "t", "message": "m"}, [FINDING])


def fail() -> None:
    raise KeyError("abc")


def leave() -> None:
    sys.exit(3)


def find() -> dict[str, Any]:
    return {"findings": [FINDING], "content": b"\0" * 10, "none": None}


def give_behaviour() -> object:
    return Path("/etc/passwd")


def give_what_cannot_be_sent() -> object:
    return lambda: 1


def connect() -> None:
    socket.create_connection(("127.0.0.1", 9), timeout=1)


def look_up() -> None:
    socket.getaddrinfo("example.org", 80)


def begin_another() -> None:
    subprocess.run(["true"], check=True)


def write(path: str) -> None:
    Path(path).write_text("x")


def write_low(path: str) -> None:
    os.open(path, os.O_CREAT | os.O_WRONLY)


def remove(path: str) -> None:
    Path(path).unlink()


def read(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def confinement() -> Iterator[Confinement]:
    with Confinement(1) as made:
        yield made


def test_a_function_answers_from_another_process_and_the_process_is_kept(confinement: Confinement) -> None:
    assert confinement.run(add, 2, 3) == 5
    first = confinement.run(process)
    assert first != os.getpid()
    assert confinement.run(process) == first


def test_findings_and_bytes_come_back_as_they_are(confinement: Confinement) -> None:
    assert confinement.run(find) == {"findings": [FINDING], "content": b"\0" * 10, "none": None}


def test_an_answer_names_no_class() -> None:
    written = packed(End.DONE, [FINDING])
    assert not [code.name for code, _, _ in pickletools.genops(written) if "GLOBAL" in code.name]
    assert unpacked(written) == (End.DONE, [FINDING])


@pytest.mark.parametrize("name", ["Finding", "Level", "Place"])
def test_an_answer_changes_no_class_of_its_reader(name: str) -> None:
    """A pickle may name a class and have attributes set on it, as if it were an instance."""
    with pytest.raises(UnreadableAnswerError):
        unpacked(
            b"\x80\x02X\x04\x00\x00\x00donecdocgen.findings\n"
            + name.encode()
            + b"\nN}X\x04\x00\x00\x00markK\x01s\x86b\x86."
        )
    assert not hasattr(getattr(findings, name), "mark")


def test_what_a_job_refuses_is_raised_with_its_findings(confinement: Confinement) -> None:
    with pytest.raises(TemplateError) as raised:
        confinement.run(refuse)
    assert raised.value.code == "template-syntax"
    assert raised.value.findings == (FINDING,)


@pytest.mark.parametrize("function", [fail, leave, give_what_cannot_be_sent, give_behaviour])
def test_what_breaks_or_answers_with_behaviour_is_told_and_the_next_job_runs(
    confinement: Confinement, function: Callable[[], object]
) -> None:
    with pytest.raises(Overrun) as raised:
        confinement.run(function)
    assert raised.value.code == "confinement-crash"
    assert raised.value.values["reason"]
    assert confinement.run(add, 1, 1) == 2


@pytest.mark.parametrize("function", [loop, sleep])
def test_a_job_that_takes_too_long_is_killed_and_its_process_replaced(
    confinement: Confinement, function: Callable[..., None]
) -> None:
    before = confinement.run(process)
    with pytest.raises(Overrun) as raised:
        confinement.run(function, *([60] if function is sleep else []), limits=Limits(seconds=0.5))
    assert raised.value.code == "confinement-time"
    assert message(raised.value) == "处理这个文件用了 0.5 秒还没有完，已停止。"
    assert confinement.run(process) != before


@pytest.mark.skipif(not LIMITED, reason="Windows has no limit of processor time")
def test_a_job_that_takes_too_much_of_the_processor_is_ended_by_the_system(confinement: Confinement) -> None:
    with pytest.raises(Overrun) as raised:
        confinement.run(loop, limits=Limits(seconds=60, cpu_seconds=1))
    assert raised.value.code == "confinement-time"


@pytest.mark.skipif(not LIMITED, reason="Windows has no limit of memory")
def test_a_job_has_the_memory_of_its_own_limits_and_no_more(confinement: Confinement) -> None:
    assert confinement.run(take, 50) == 50 * 1024 * 1024
    with pytest.raises(Overrun) as raised:
        confinement.run(take, 50, limits=Limits(memory_mib=20))
    assert raised.value.code == "confinement-memory"
    assert "20 MiB" in message(raised.value)
    assert hint(raised.value)
    assert confinement.run(take, 50) == 50 * 1024 * 1024


def test_an_answer_that_is_too_large_is_not_taken(confinement: Confinement) -> None:
    with pytest.raises(Overrun) as raised:
        confinement.run(bytes, 3 * 1024 * 1024, limits=Limits(answer_mib=1))
    assert raised.value.code == "confinement-answer"
    assert confinement.run(add, 1, 1) == 2


def test_a_crash_of_the_process_costs_that_job_alone(confinement: Confinement) -> None:
    with pytest.raises(Overrun) as raised:
        confinement.run(crash)
    assert raised.value.code == "confinement-crash"
    assert confinement.run(add, 1, 1) == 2


@pytest.mark.parametrize("function", [connect, look_up, begin_another])
def test_a_job_reaches_no_network_and_begins_no_process(confinement: Confinement, function: Callable[[], None]) -> None:
    with pytest.raises(Overrun) as raised:
        confinement.run(function)
    assert "not in a confined process" in str(raised.value.values["reason"])


@pytest.mark.parametrize("function", [write, write_low, remove])
def test_a_job_reads_files_and_changes_none(
    confinement: Confinement, function: Callable[[str], None], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("原文", encoding="utf-8")
    assert confinement.run(read, str(tmp_path / "a.txt")) == "原文"
    with pytest.raises(Overrun) as raised:
        confinement.run(function, str(tmp_path / "a.txt"))
    assert "not in a confined process" in str(raised.value.values["reason"])
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "原文"


def test_who_waits_in_vain_for_a_process_is_told() -> None:
    with Confinement(1, patience=0.1) as one, one._room, pytest.raises(Busy) as raised:
        one.run(process)
    assert message(raised.value) == "正在处理的文件太多，暂时轮不到这一个。"


def test_threads_share_the_processes() -> None:
    seen: set[int] = set()
    with Confinement(2) as two:
        threads = [threading.Thread(target=lambda: seen.add(two.run(process))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert 1 <= len(seen) <= 2


def test_a_process_that_died_while_it_waited_is_replaced(confinement: Confinement) -> None:
    before = confinement.run(process)
    confinement._idle[0]._process.kill()
    confinement._idle[0]._process.join()
    assert confinement.run(process) != before


def test_modules_are_loaded_before_the_first_job() -> None:
    with Confinement(1, warm=["docgen.renderers.txt"]) as made:
        assert made.run(loaded, "docgen.renderers.txt")


def loaded(name: str) -> bool:
    return name in sys.modules


def test_a_closed_confinement_takes_no_job() -> None:
    made = Confinement(1)
    made.close()
    with pytest.raises(DocgenError) as raised:
        made.run(process)
    assert raised.value.code == "confinement-busy"
