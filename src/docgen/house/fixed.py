"""Takes nothing, gives the fixed words of blocks, the same in all clothes."""

from __future__ import annotations

COLON = "："
ATTACHMENTS = "附件"
ATTACHMENT = "件"
ATTACHMENT_NUMBER = "{{ loop.index }}."
ATTACHMENT_TITLE, ATTACHMENT_BODY = "{{ 件.名称 }}", "件.正文"
ATTACHMENT_TEXT, ATTACHMENT_LEVELS = "{{ 段.文 }}", ("段.一级", "段.二级")
SIGNER = "签发人"
REMARK = "（{}）"
COPIES_TO, PRINTED, FULL_STOP = "抄送", "印发", "。"
SPEECH, SPEAKER, SPEECH_TEXT = "言", "{{ 言.姓名 }}", "{{ 言.内容 }}"
DISSENTS, DISSENT = "言.不同意见", "（不同意见）"
DISSENT_MARK = f"{{% if {DISSENTS} %}}{DISSENT}{{% endif %}}"
PICTURE, CAPTION = "图", "{{ 图.图注 }}"
PICTURE_TAG = '{{{{ 图.图 | 图片(宽="{width}mm") }}}}'
CHART_TAG = '{{{{ {of} | 图片(宽="{width}mm") }}}}'
PARAGRAPH = "段"
GRID_HEAD, GRID_ROW, GRID_CELL = "头", "行", "格"
GRID_HEAD_TEXT, GRID_CELL_TEXT = "{{ 头 }}", "{{ 格 }}"
SHEET_NAME, RATE = "表", "率"
NUMBERING = r"^(第?[一二三四五六七八九十]+[、章]|（[一二三四五六七八九十]+）|\d+[.．、])"
DRAFT, DRAFT_TEXT = "草稿", "{{ 草稿 }}"
PAPER_TITLE, PAPER_AUTHOR = "{{ 题名 }}", "{{ 署名单位 }}"
PAGE_PIECES = ("第", "页 共", "页")
INDENT = "　　"
HANGING_LABEL = 8
"""A label of more characters does not indent what wraps below it."""


def hang_of(label: str) -> int:
    """Count the characters that a label and its colon take; 0 for a label too long, or not known before rendering."""
    length = len(label) + len(COLON)
    return 0 if "{" in label or length > HANGING_LABEL else length


def attachment_label(of: str) -> str:
    """Return the label above an attachment's page: its number, where there are several (7.3.7)."""
    return f"{ATTACHMENTS}{{% if {of}|length > 1 %}}{{{{ loop.index }}}}{{% endif %}}"


def picture_tag(width: int) -> str:
    """Return the expression that puts a picture of a width in mm."""
    return PICTURE_TAG.format(width=width)


def chart_tag(of: str, width: int) -> str:
    """Return the expression that puts a chart of a width in mm."""
    return CHART_TAG.format(of=of, width=width)
