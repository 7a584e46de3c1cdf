"""Takes nothing, gives what is tried against docgen: the one list that the tests run and docs/安全.md tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from tests.security.payloads import (
    BILLION,
    OUTSIDE,
    SHEET_RELATIONSHIPS,
    book_template,
    field,
    header,
    huge_png,
    in_itself,
    lying_zip,
    png,
    related,
    relationships,
    said,
    text_bomb,
    with_doctype,
    with_macros,
    word_template,
    zip_bomb,
    zipped,
)

Payload: TypeAlias = str | bytes | Callable[[], bytes]


@dataclass(frozen=True)
class Attack:
    """One thing to try: what it is called, what is sent, how (a key of WAYS), and the code of the answer."""

    name: str
    payload: Payload
    how: str
    code: str
    shown: str = ""
    """What the page shows in the payload's stead, where that is a file."""


TEXT, PAGE, WORD, BOOK = "上传文本模板", "上传网页模板", "上传 Word 模板", "上传表格模板"
EXPORTED_TEXT, EXPORTED_PAGE, EXPORTED_PDF = "放进工作区后导出文本", "放进工作区后导出网页", "放进工作区后导出 PDF"
READ, NAMED, COLLECTED, PICTURE = "读记录", "记录里写图片名", "收取 zip", "上传图片"
RESTORED, WORKED = "恢复模板", "在隔离的进程里运行"
UNKNOWN, FILTER, SYNTAX = "placeholder-unknown", "template-filter-unknown", "template-syntax"
FORBIDDEN, ENDLESS, REFERENCE = "template-forbidden", "template-endless", "template-reference"
PART, FIELD, FORMULA = "template-part-refused", "template-field-refused", "template-formula-refused"
OUTSIDE_FOLDER = "template-include-outside"

LANGUAGE: tuple[Attack, ...] = (
    Attack("由空文本找到 Python 的类", "{{ ''.__class__.__mro__ }}", TEXT, FORBIDDEN),
    Attack("由类找到全部子类", "{{ ''.__class__.__mro__[1].__subclasses__() }}", TEXT, FORBIDDEN),
    Attack("由栏目的方法", "{{ 标题.upper() }}", TEXT, FORBIDDEN),
    Attack("由列表的方法改数据", "{{ 议题.append(1) }}", TEXT, FORBIDDEN),
    Attack("由方括号取属性", "{{ ''['__class__'] }}", TEXT, FORBIDDEN),
    Attack("由数的方法", "{{ (1).__class__.__base__ }}", TEXT, FORBIDDEN),
    Attack("由空的映射", "{{ {}.__class__ }}", TEXT, UNKNOWN),
    Attack("由 cycler 找到全局", "{{ cycler.__init__.__globals__ }}", TEXT, UNKNOWN),
    Attack("由 lipsum 运行命令", "{{ lipsum.__globals__['os'].popen('id').read() }}", TEXT, UNKNOWN),
    Attack("由 joiner", "{{ joiner.__init__.__globals__ }}", TEXT, UNKNOWN),
    Attack("由 namespace", "{{ namespace.__init__.__globals__ }}", TEXT, UNKNOWN),
    Attack("由 dict", "{{ dict.mro() }}", TEXT, UNKNOWN),
    Attack("由 range 的属性", "{{ range.__globals__ }}", TEXT, FORBIDDEN),
    Attack("由 self", "{{ self.__init__.__globals__ }}", TEXT, FORBIDDEN),
    Attack("由循环变量", "{% for 项 in [1] %}{{ loop.__class__ }}{% endfor %}", TEXT, FORBIDDEN),
    Attack("由宏的函数", "{% macro 甲() %}{% endmacro %}{{ 甲._func.__globals__ }}", TEXT, FORBIDDEN),
    Attack("由过滤器 attr", "{{ ''|attr('__class__') }}", TEXT, FILTER),
    Attack("由 map 取属性", "{{ ['']|map(attribute='__class__')|join }}", TEXT, FORBIDDEN),
    Attack("由 map 用 attr", "{{ ['']|map('attr', '__class__')|list }}", TEXT, "template-failed"),
    Attack("由过滤器 format", "{{ '%s'|format(标题) }}", TEXT, FILTER),
    Attack("由文本的 format", "{{ '{0.__class__}'.format(1) }}", TEXT, FORBIDDEN),
    Attack("由百分号排版", "{{ '%1000000000d' % 1 }}", TEXT, ENDLESS),
    Attack("不转义", "{{ 标题|safe }}", TEXT, FILTER),
    Attack("关掉转义", "{% autoescape false %}{{ 标题 }}{% endautoescape %}", TEXT, FORBIDDEN),
    Attack("很长的循环", "{% for i in range(10**9) %}{{ i }}{% endfor %}", TEXT, ENDLESS),
    Attack(
        "循环套循环",
        "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}",
        TEXT,
        ENDLESS,
    ),
    Attack("很长的文本", "{{ 'a' * 10**9 }}", TEXT, ENDLESS),
    Attack("很大的数", "{{ 9**999999999 }}", TEXT, ENDLESS),
    Attack("很长的小数", "{{ 1|round(10**9, 'ceil') }}", TEXT, ENDLESS),
    Attack("一行一行加倍", "{% set a = 'aaaaaaaa' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}", TEXT, ENDLESS),
    Attack("宏里加倍", "{% macro m(x, n) %}{{ m(x ~ x, n + 1) }}{% endmacro %}{{ m('aaaa', 0) }}", TEXT, ENDLESS),
    Attack("块里加倍", "{% set a %}aaaaaaaa{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40, TEXT, ENDLESS),
    Attack("列表套列表加倍", "{% set a = [1] %}" + "{% set a = [a, a] %}" * 40 + "{{ a|string }}", TEXT, ENDLESS),
    Attack("替换中加倍", "{{ 'aaaaaaaaaa'" + "|replace('a', 'aaaaaaaaaa')" * 9 + " }}", TEXT, ENDLESS),
    Attack(
        "宏里攒长文本",
        "{% set a = 'a' * 299999 %}{% macro m() %}{% for i in range(9999) %}{{ a }}{% endfor %}{% endmacro %}"
        "{{ m()|length }}",
        TEXT,
        ENDLESS,
    ),
    Attack(
        "列表里攒长文本", "{{ range(9999)|map('string')|map('replace', '', 'a' * 9999)|list|length }}", TEXT, ENDLESS
    ),
    Attack("自己调用自己", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", TEXT, ENDLESS),
    Attack("自己包含自己", "{% include 'minutes/minutes.html' %}", PAGE, ENDLESS),
    Attack("很深的括号", "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", TEXT, ENDLESS),
    Attack("很深的循环", "{% for i in [1] %}" * 40 + "{% endfor %}" * 40, TEXT, ENDLESS),
    Attack("包含这台电脑的文件", "{% include '/etc/passwd' %}", PAGE, OUTSIDE_FOLDER),
    Attack("包含工作区的设置", "{% include '../docgen.yaml' %}", PAGE, OUTSIDE_FOLDER),
    Attack("导入别处的文件", "{% import '../../accounts.json' as a %}", PAGE, OUTSIDE_FOLDER),
    Attack("包含别的文种的模板", "{% include 'ledger/ledger.html' %}", PAGE, OUTSIDE_FOLDER),
    Attack("包含由数据指定的文件", "{% include 标题 %}", PAGE, "template-include-missing"),
)

PAGES: tuple[Attack, ...] = (
    Attack("脚本", "<script>alert(1)</script>", PAGE, "template-page-element"),
    Attack("事件里的脚本", '<p onmouseover="alert(1)">甲</p>', PAGE, "template-page-attribute"),
    Attack("链接里的脚本", '<a href="javascript:alert(1)">甲</a>', PAGE, REFERENCE),
    Attack("网上的图片", '<img src="http://example.org/a.png">', PAGE, REFERENCE),
    Attack("不写协议的图片", '<img src="//example.org/a.png">', PAGE, REFERENCE),
    Attack("这台电脑的图片", '<img src="file:///etc/passwd">', PAGE, REFERENCE),
    Attack("由数据拼出的地址", '<img src="{{ 标题 }}">', PAGE, REFERENCE),
    Attack("外部样式", '<link rel="stylesheet" href="http://example.org/a.css">', PAGE, "template-page-element"),
    Attack("样式里的 @import", "<style>@import 'http://example.org/a.css';</style>", PAGE, "template-page-style"),
    Attack("样式里的 url()", '<p style="background: url(http://example.org/a)">甲</p>', PAGE, "template-page-style"),
    Attack(
        "拆开写的 url()",
        "<style>p { background: u{% if 标题 %}rl(//a){% endif %} }</style>",
        PAGE,
        "template-page-style",
    ),
    Attack("转义写的 url()", "<style>p { background: \\75 rl(//a) }</style>", PAGE, "template-page-style"),
    Attack("SVG 里的引用", '<svg><image xlink:href="http://example.org/a"/></svg>', PAGE, "template-page-element"),
    Attack("内嵌的框架", '<iframe src="http://example.org"></iframe>', PAGE, "template-page-element"),
    Attack(
        "自动转向", '<meta http-equiv="refresh" content="0;url=http://example.org">', PAGE, "template-page-attribute"
    ),
    Attack("改相对地址的根", '<base href="http://example.org/">', PAGE, "template-page-element"),
    Attack("由宏拼出的标签", "{% macro a() %}<im{% endmacro %}{{ a() }}g src='x'>", PAGE, "template-page-markup"),
    Attack("藏在注释里", "<title><!--</title><img src=http://example.org>--></title>", PAGE, "template-page-markup"),
    Attack("藏在 raw 里", "{% raw %}{{ <script>1</script> }}{% endraw %}", PAGE, "template-page-markup"),
    Attack("PDF 取网上的图片", '<img src="http://127.0.0.1:9/a.png">', EXPORTED_PDF, "pdf-refused"),
    Attack("PDF 取这台电脑的文件", '<img src="file:///etc/hostname">', EXPORTED_PDF, "pdf-refused"),
    Attack("PDF 取外部样式", "<style>@import 'http://127.0.0.1:9/a.css';</style>", EXPORTED_PDF, "pdf-refused"),
)

OFFICE: tuple[Attack, ...] = (
    Attack("Word 正文里的表达式", partial(word_template, body=said("{{ ''.__class__ }}")), WORD, FORBIDDEN,
           "{{ ''.__class__ }}"),
    Attack("Word 页眉里的表达式", partial(word_template, {"word/header1.xml": header("{{ lipsum.__globals__ }}")}), WORD, UNKNOWN,
           "{{ lipsum.__globals__ }}"),
    Attack("Word 正文里的长循环", partial(word_template, body=said("{% for i in range(10**9) %}{% endfor %}")), WORD, ENDLESS,
           "{% for i in range(10**9) %}"),
    Attack("链接的图片", partial(word_template, file=related("image", "http://example.org/a.png")), WORD, "docx-remote",
           "image → http://example.org/a.png"),
    Attack("远程的模板", partial(word_template, file=related("attachedTemplate", "http://example.org/a.dotm")), WORD,
           "docx-remote", "attachedTemplate → http://…/a.dotm"),
    Attack("共享文件夹里的模板", partial(word_template, file=related("attachedTemplate", "\\\\host\\a.dotm")), WORD,
           "docx-remote", "attachedTemplate → \\\\host\\a.dotm"),
    Attack("这台电脑的模板", partial(word_template, file=related("attachedTemplate", "file:///C:/a.dotm")), WORD, REFERENCE,
           "attachedTemplate → file:///C:/a.dotm"),
    Attack("指向文件的链接", partial(word_template, file=related("hyperlink", "file:///C:/a.exe")), WORD, REFERENCE,
           "hyperlink → file:///C:/a.exe"),
    Attack("并入的文件", partial(word_template, file=related("aFChunk", "a.html", outside=False)), WORD, PART,
           "altChunk → a.html"),
    Attack("嵌入的对象", partial(word_template, file=related("oleObject", "embeddings/a.bin", outside=False)), WORD, PART,
           "oleObject → embeddings/a.bin"),
    Attack("控件", partial(word_template, file=related("control", "activeX/a.xml", outside=False)), WORD, PART,
           "control → activeX/a.xml"),
    Attack("关系里的表达式", partial(word_template, file=related("image", "{{ 标题 }}", outside=False)), WORD, PART,
           "image → {{ 标题 }}"),
    Attack("宏", with_macros, WORD, "docx-macros", "vbaProject.bin"),
    Attack("取图片的域", partial(word_template, body=field('INCLUDEPICTURE "http://example.org/a"')), WORD, FIELD,
           'INCLUDEPICTURE "http://…"'),
    Attack("取文件的域", partial(word_template, body=field('INCLUDETEXT "C:\\\\a.txt"')), WORD, FIELD, "INCLUDETEXT"),
    Attack("运行程序的域", partial(word_template, body=field('DDEAUTO "cmd" "/c calc"')), WORD, FIELD, "DDEAUTO cmd"),
    Attack("旧式的图片地址", partial(
        word_template, body='<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" '
        'src="http://example.org/a"/></w:pict></w:r></w:p>'), WORD, REFERENCE, "<v:imagedata src=…>"),
    Attack("假的图片", partial(word_template, {"word/media/a.png": b"MZ"}), WORD, "template-picture-refused",
           "media/a.png 里是程序"),
    Attack("模板里很多像素的图片", lambda: word_template({"word/media/a.png": huge_png(60_000)}), WORD, "template-picture-refused",
           "media/a.png，60000×60000"),
    Attack("表格里很多像素的图片", lambda: book_template({"xl/media/a.png": huge_png(60_000)}), BOOK, "template-picture-refused",
           "media/a.png，60000×60000"),
    Attack("实体逐层加倍", partial(with_doctype, BILLION), WORD, "docx-doctype", "<!ENTITY a …> × 10"),
    Attack("实体指向文件", partial(with_doctype, OUTSIDE), WORD, "docx-doctype", '<!ENTITY a SYSTEM "file:///etc/passwd">'),
    Attack("部件名里的路径", partial(word_template, {"../../x.xml": b"<a/>"}), WORD, PART, "../../x.xml"),
    Attack("zip 炸弹", partial(zip_bomb, "word/a.xml", 300_000_000), WORD, "docx-bomb", "300 KB，解压后 300 MB"),
    Attack("说谎的 zip", partial(lying_zip, "word/a.bin", 300_000_000), WORD, "docx-broken", "头里写 10 字节，实为 300 MB"),
    Attack("不是 Word 文件", b"<html></html>", WORD, "docx-no-archive", "<html></html>"),
    Attack("太大的文件", bytes(11_000_000), WORD, "template-upload-large", "11 MB"),
    Attack("表格单元格里的表达式", partial(book_template, text="{{ ''.__class__.__mro__ }}"), BOOK, FORBIDDEN,
           "{{ ''.__class__.__mro__ }}"),
    Attack("表格里运行程序", partial(book_template, formula="cmd|' /C calc'!A0"), BOOK, FORMULA, "=cmd|' /C calc'!A0"),
    Attack("表格里取网页", partial(book_template, formula='WEBSERVICE("http://example.org")'), BOOK, FORMULA,
           "=WEBSERVICE(…)"),
    Attack("表格里取别的文件", partial(book_template, formula="'[1]Sheet1'!A1"), BOOK, FORMULA, "='[1]Sheet1'!A1"),
    Attack("表格的外部链接", partial(
        book_template, {SHEET_RELATIONSHIPS: relationships(related("externalLink", "http://example.org/a.xlsx"))}),
           BOOK, REFERENCE, "externalLink → http://…"),
    Attack("表格的宏", partial(book_template, {"xl/vbaProject.bin": b"\0"}), BOOK, PART, "vbaProject.bin"),
    Attack("表格的 zip 炸弹", partial(zip_bomb, "xl/a.xml", 300_000_000), BOOK, "docx-bomb", "300 KB，解压后 300 MB"),
)  # fmt: skip

RECORDS: tuple[Attack, ...] = (
    Attack("YAML 别名逐层加倍", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", READ, "yaml-alias"),
    Attack("YAML 并入", "a: &a {b: 一}\nc:\n  <<: *a\n", READ, "yaml-merge"),
    Attack("YAML 里造对象", "a: !!python/object/apply:os.system [id]\n", READ, "yaml-tag"),
    Attack("YAML 很深", "[" * 10_000 + "]" * 10_000, READ, "nesting-deep"),
    Attack("YAML 很大", "a: " + "一" * 300_000, READ, "file-large"),
    Attack("YAML 里的控制字符", b"a: \x07\n", READ, "character-hidden", "a: \\x07"),
    Attack("图片名里的路径", "../../../etc/passwd", NAMED, "file-refused"),
    Attack("图片名是绝对路径", "/etc/passwd", NAMED, "file-refused"),
    Attack("图片名是网址", "http://example.org/a.png", NAMED, "file-refused"),
    Attack("zip 里的上级路径", partial(zipped, "../../etc/cron.d/x"), COLLECTED, "zip-path-refused", "../../etc/cron.d/x"),
    Attack("zip 里的绝对路径", partial(zipped, "/etc/passwd"), COLLECTED, "zip-path-refused", "/etc/passwd"),
    Attack("zip 里的盘符", partial(zipped, "C:\\x"), COLLECTED, "zip-path-refused", "C:\\x"),
    Attack("zip 里的链接", partial(zipped, "一支部/附件/a", b"/etc/passwd", link=True), COLLECTED, "zip-link-refused",
           "a → /etc/passwd"),
    Attack("zip 炸弹", partial(zip_bomb, "一支部/附件/a", 300_000_000), COLLECTED, "zip-bomb", "300 KB，解压后 300 MB"),
    Attack("zip 套 zip", in_itself, COLLECTED, "collect-no-unit", "r.zip 里有 r.zip，里面还有……"),
    Attack("不是 zip", b"PK\x03\x04", COLLECTED, "zip-unreadable", "PK"),
)  # fmt: skip

PICTURES: tuple[Attack, ...] = (
    Attack("很多像素的图片", partial(huge_png, 60_000), PICTURE, "picture-pixels", "60000×60000 的 PNG，440 KB"),
    Attack("自称很大的图片", partial(png, 60_000, 60_000), PICTURE, "picture-pixels", "只有头的 60000×60000"),
    Attack("没有完的图片", partial(png, 1000, 1000), PICTURE, "picture-damaged", "像素只有十行的 PNG"),
    Attack("注释里的炸弹", lambda: png(8, 8, text_bomb()), PICTURE, "picture-damaged", "注释解压后 100 MB 的 PNG"),
    Attack("改了扩展名的文本", b"#!/bin/sh\nid\n", PICTURE, "picture-type", "#!/bin/sh"),
    Attack(
        "SVG 图片",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        PICTURE,
        "picture-type",
        "<svg onload=…>",
    ),
    Attack("GIF 图片", b"GIF89a" + bytes(100), PICTURE, "picture-type", "GIF89a"),
    Attack("PostScript", b"%!PS-Adobe-3.0 EPSF-3.0\n", PICTURE, "picture-type", "%!PS"),
    Attack("太大的图片", b"\xff\xd8\xff" + bytes(22_000_000), PICTURE, "picture-large", "22 MB"),
)

PROCESSES: tuple[Attack, ...] = (
    Attack("模板名里的路径", "../../docgen.yaml", RESTORED, "template-file-missing"),
    Attack("连别的机器", "socket.create_connection(…)", WORKED, "confinement-crash"),
    Attack("运行程序", "subprocess.run(…)", WORKED, "confinement-crash"),
    Attack("写文件", "open(…, 'w')", WORKED, "confinement-crash"),
    Attack("不停", "while True: pass", WORKED, "confinement-time"),
    Attack("占内存", "bytearray(10**9)", WORKED, "confinement-memory"),
    Attack("交回有行为的东西", "return object()", WORKED, "confinement-crash"),
)

NOBODY, CLERK, BROWSER = "没有登录的人请求", "支部的程序请求", "支部的浏览器请求"
OTHERS = "二支部/2020/03/2020-03-13-支委会"
REQUESTS: tuple[Attack, ...] = (
    Attack("读工作区以外的文件", "GET /api/v1/record?id=../../../etc/passwd", CLERK, "not-found"),
    Attack("读账号文件", "GET /api/v1/record?id=accounts.json", CLERK, "not-found"),
    Attack("由静态文件的地址往上", "GET /static/..%2f..%2f..%2faccounts.json", CLERK, "not-found"),
    Attack("由静态文件的地址往上，两次编码", "GET /static/%252e%252e/application.py", CLERK, "not-found"),
    Attack("单位的名字里有路径", "GET /api/v1/records?unit=../机关党委", CLERK, "unit-unknown"),
    Attack("单位的名字里有换行", "POST /api/v1/records?unit=一支部%0d%0aSet-Cookie: a=b\n\n{}", CLERK, "unit-unknown"),
    Attack("别的支部的记录", f"GET /api/v1/record?id={OTHERS}", CLERK, "not-found"),
    Attack("写到别的支部", 'POST /api/v1/records?unit=二支部\n\n{"类型": "会议"}', CLERK, "unit-unknown"),
    Attack("别的支部的材料", f"GET /api/v1/render?subject={OTHERS}", CLERK, "unit-unknown"),
    Attack("别的支部的数字", "GET /api/v1/figures?subject=二支部/2020&kind=branch-year-review", CLERK, "unit-unknown"),
    Attack(
        "导出所有单位",
        'POST /api/v1/exports\ncontent-type: application/json\n\n{"period": "2020", "units": ["机关党委"]}',
        CLERK,
        "unit-unknown",
    ),
    Attack("查看账号", "GET /accounts", BROWSER, "not-allowed"),
    Attack("编号里有 SQL", "GET /api/v1/exports/' OR 1=1 --", CLERK, "not-found"),
    Attack("上传模板", "POST /api/v1/templates?kind=minutes&format=docx", CLERK, "not-allowed"),
    Attack("没有登录", "GET /api/v1/records", NOBODY, "login-needed"),
    Attack("伪造的登录", "GET /api/v1/records\nCookie: docgen-session=x.y.z", NOBODY, "login-needed"),
    Attack("猜的令牌", "GET /api/v1/records\nAuthorization: Bearer docgen_AAAA", NOBODY, "token-wrong"),
    Attack("别的网站的网页代为提交", "POST /record\nOrigin: https://evil.example", BROWSER, "cross-site"),
    Attack(
        "没有页面凭据的表单",
        "POST /record\ncontent-type: application/x-www-form-urlencoded\n\n~id=x",
        BROWSER,
        "forged",
    ),
    Attack("冒充别的主机名", "GET /api/v1/records\nHost: evil.example", CLERK, "host-wrong"),
    Attack("很大的内容", "PUT /api/v1/record?id=x\n\n{3 MiB}", CLERK, "body-large"),
    Attack(
        "五万层的 JSON",
        "POST /api/v1/records?unit=一支部\ncontent-type: application/json\n\n{[[[…]]]}",
        CLERK,
        "json-broken",
    ),
    Attack("没有的方法", "TRACE /api/v1/records", CLERK, "method-wrong"),
    Attack(
        "没有说在哪一版上改",
        'PUT /api/v1/record?id=一支部/2020/03/2020-03-12-支委会\n\n{"类型": "会议"}',
        CLERK,
        "precondition-needed",
    ),
)

GROUPS: tuple[tuple[str, tuple[Attack, ...]], ...] = (
    ("模板的语言", LANGUAGE),
    ("网页模板", PAGES),
    ("Word 和表格模板", OFFICE),
    ("记录和交来的文件夹", RECORDS),
    ("图片", PICTURES),
    ("名称和进程", PROCESSES),
    ("网页和接口的请求", REQUESTS),
)
ATTACKS: tuple[Attack, ...] = tuple(attack for _, group in GROUPS for attack in group)
