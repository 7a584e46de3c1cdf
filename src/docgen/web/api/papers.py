"""Takes which papers are wanted, gives them: one as its file, several as a zip, or what is to be said of them as JSON."""

from __future__ import annotations

from collections import Counter
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from starlette.responses import JSONResponse

from docgen import parcel
from docgen.accounts import Action
from docgen.errors import UsageError
from docgen.export import Outcome, Status, publisher
from docgen.findings import Level
from docgen.formats import MEDIA_TYPES, Format, Outlet
from docgen.model.subject import Subject
from docgen.vocabulary.api import FINDINGS_HEADER, MADE, PAPERS, PREVIEWED, TAG_PAPERS
from docgen.web.api.answers import SCHEMAS, Responses, files, header, refusals
from docgen.web.api.asked import MonthText, On, Unit, period_of
from docgen.web.api.orders import made, wish_of
from docgen.web.api.paper_shapes import MOST_KINDS, MOST_SUBJECTS, Outcomes, OutcomeShape, Wanted
from docgen.web.api.told import findings_told
from docgen.web.asking import Asked, Who, allow, require
from docgen.web.downloads import SHOWN, disposition, download
from docgen.web.headers import PREVIEW_POLICY
from docgen.web.press import Printed, Wish
from docgen.web.problems import Refusal
from docgen.web.seeing import unit_seen
from docgen.web.showing import path_at

router = APIRouter(tags=[TAG_PAPERS])
BULLETIN = "bulletin"
FINDINGS = "docgen-findings"
JSON = "application/json"

FILE = files(description=MADE)
FILES: Responses = {
    200: {
        **FILE,
        "headers": {**FILE["headers"], "Docgen-Findings": header(FINDINGS_HEADER)},
        "content": {**FILE["content"], JSON: {"schema": {"$ref": f"{SCHEMAS}Outcomes"}}},
    }
}
PAGE: Responses = {200: {"description": PREVIEWED, "content": {"text/html": {"schema": {"type": "string"}}}}}
REFUSED = refusals(404, 415, 501)

Subjects = Annotated[
    list[str],
    Query(
        description="关于什么，可写多个：记录的编号，或 单位/期间，或 单位/年/姓名",
        min_length=1,
        max_length=MOST_SUBJECTS,
        examples=[["一支部/2020/03/2020-03-12-支委会"]],
    ),
]
Kinds = Annotated[list[str], Query(description="文种，可写多个；不写就是能生成的全部", max_length=MOST_KINDS)]
To = Annotated[list[Format], Query(description="格式，可写多个", min_length=1, max_length=len(Format))]
ToOrNot = Annotated[
    list[Format] | None, Query(description="格式，可写多个；不写就是 docx，有 outlet 时是 html", max_length=len(Format))
]
Final = Annotated[bool, Query(description="定稿：缺内容或有错误时不生成")]
Sources = Annotated[bool, Query(description="附数字来源")]
OfOutlet = Annotated[Outlet | None, Query(description="网页放到哪里：wechat 公众号，web 网站")]


@router.get(
    "/render",
    summary="生成材料",
    description="由已有的记录生成材料。一份返回文件，多份返回 zip；`Accept: application/json` 只返回说明和下载地址。",
    operation_id="render",
    response_class=Response,
    dependencies=[require(Action.RENDER)],
    responses={**FILES, **REFUSED},
)
def render(  # noqa: PLR0913 - one parameter per option
    request: Request,
    service: Asked,
    who: Who,
    *,
    subject: Subjects,
    kind: Kinds = [],  # noqa: B006 - FastAPI copies what it finds here
    to: To = [Format.DOCX],  # noqa: B006
    final: Final = False,
    sources: Sources = False,
    on: On = None,
) -> Response:
    """Make papers of what is stored."""
    wanted = Wanted(subjects=subject, kinds=kind, to=to, final=final, sources=sources, on=on)
    wish = wish_of(service, who, wanted)
    return _handed(request, wish, made(service, who, wish))


@router.post(
    "/render",
    summary="生成材料（内容在请求里）",
    description="同上；还可以在 record 里放一条没有保存的记录，由它生成，不写入工作区。",
    operation_id="renderSent",
    response_class=Response,
    dependencies=[require(Action.RENDER)],
    responses={**FILES, **REFUSED},
)
def render_sent(request: Request, service: Asked, who: Who, wanted: Wanted) -> Response:
    """Make papers of what is stored, or of a record in the body."""
    wish = wish_of(service, who, wanted)
    return _handed(request, wish, made(service, who, wish))


@router.get(
    "/preview",
    summary="预览",
    description="一份材料的网页，可放进 iframe；只看一份，几个文种的要指明。",
    operation_id="preview",
    response_class=Response,
    dependencies=[require(Action.RENDER)],
    responses={**PAGE, **REFUSED},
)
def preview(service: Asked, who: Who, subject: Subjects, kind: Kinds = [], on: On = None) -> Response:  # noqa: B006
    """Show one paper of what is stored."""
    return _shown(made(service, who, wish_of(service, who, Wanted(subjects=subject, kinds=kind, to=_HTML, on=on))))


@router.post(
    "/preview",
    summary="预览（内容在请求里）",
    description="同上；还可以在 record 里放一条没有保存的记录。",
    operation_id="previewSent",
    response_class=Response,
    dependencies=[require(Action.RENDER)],
    responses={**PAGE, **REFUSED},
)
def preview_sent(service: Asked, who: Who, wanted: Wanted) -> Response:
    """Show one paper of what is stored, or of a record in the body."""
    return _shown(made(service, who, wish_of(service, who, wanted.model_copy(update={"to": _HTML}))))


@router.get(
    "/bulletin",
    summary="出简报",
    description="一个月的简报。unit 不写就是管着别的单位的那一个；outlet 用于公众号或网站。",
    operation_id="bulletin",
    response_class=Response,
    dependencies=[require(Action.PUBLISH)],
    responses={**FILES, **REFUSED},
)
def bulletin(  # noqa: PLR0913 - one parameter per option
    request: Request,
    service: Asked,
    who: Who,
    *,
    month: MonthText,
    unit: Unit = "",
    to: ToOrNot = None,
    outlet: OfOutlet = None,
    final: Final = False,
    on: On = None,
) -> Response:
    """Make the bulletin of a month."""
    named = unit_seen(service, who, unit).short if unit else ""
    of_unit = publisher(service.library.workspace(), named)
    allow(who, Action.PUBLISH, of_unit)
    formats = to or ([Format.HTML] if outlet else [Format.DOCX])
    if outlet and formats != [Format.HTML]:
        raise UsageError("outlet-format", {"value": outlet, "formats": " ".join(formats)})
    subject = str(Subject(of_unit, period_of(month)))
    wanted = Wanted(subjects=[subject], kinds=[BULLETIN], to=formats, final=final, outlet=outlet, on=on)
    wish = wish_of(service, who, wanted)
    return _handed(request, wish, made(service, who, wish))


_HTML = [Format.HTML]


def _handed(request: Request, wish: Wish, printed: Printed) -> Response:
    """Return papers in the way that a program asks for; raise Refusal where one of them could not be made."""
    outputs = [_told(request, wish, each) for each in printed.outcomes]
    failed = [each for each in printed.outcomes if each.status is Status.FAIL]
    if failed:
        status = 500 if any(each.fault for each in failed) else 422
        plain = [each.model_dump(mode="json", exclude_unset=True) for each in outputs]
        raise Refusal(status, "papers-failed", {"value": len(failed)}, outputs=plain)
    if JSON in request.headers.get("accept", ""):
        shown = Outcomes(outputs=outputs).model_dump(mode="json", exclude_unset=True)
        return JSONResponse(shown, headers=_counted(printed))
    names = [each.path for each in printed.outcomes]
    if len(names) == 1:
        return download(printed.files[names[0]], names[0], _counted(printed))
    packed = parcel.pack({name: printed.files[name] for name in sorted(names)})
    return download(packed, f"{PAPERS}.zip", _counted(printed))


def _shown(printed: Printed) -> Response:
    """Return one page as it is shown inside another one."""
    if len(printed.outcomes) > 1:
        kinds = sorted({each.kind for each in printed.outcomes})
        raise Refusal(422, "preview-one", {"value": len(printed.outcomes)}, kinds=kinds)
    only = printed.outcomes[0]
    if only.status is Status.FAIL:
        raise Refusal(500 if only.fault else 422, "papers-failed", {"value": 1}, error=only.error, hint=only.hint)
    headers = {
        **_counted(printed),
        "content-security-policy": PREVIEW_POLICY,
        "content-disposition": disposition(only.path, SHOWN),
    }
    return Response(printed.files[only.path], media_type=MEDIA_TYPES[Format.HTML], headers=headers)


def _told(request: Request, wish: Wish, outcome: Outcome) -> OutcomeShape:
    return OutcomeShape(
        unit=outcome.unit,
        kind=outcome.kind or None,
        subject=outcome.subject,
        format=outcome.format,
        status=outcome.status.value,
        name=outcome.path or None,
        title=outcome.title or None,
        pages=outcome.pages,
        sources=list(outcome.sources),
        findings=findings_told(outcome.findings),
        error=outcome.error or None,
        hint=outcome.hint or None,
        href=None if wish.drafts or not outcome.path else _address(request, wish, outcome),
    )


def _address(request: Request, wish: Wish, outcome: Outcome) -> str:
    """Return where this one paper is made again."""
    asked: dict[str, str] = {"subject": outcome.subject, "kind": outcome.kind, "to": outcome.format.value}
    asked |= {"final": "true"} if wish.final else {}
    asked |= {"sources": "true"} if wish.sourced else {}
    return f"{path_at(request, '/api/v1/render')}?{urlencode({**asked, 'on': wish.on.isoformat()})}"


def _counted(printed: Printed) -> dict[str, str]:
    """Return the header that says how many findings of each level the papers have."""
    levels = Counter(finding.level for each in printed.outcomes for finding in each.findings)
    return {FINDINGS: ", ".join(f"{level.value}={levels[level]}" for level in Level)}
