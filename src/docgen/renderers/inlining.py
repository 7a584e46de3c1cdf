"""Takes a page with a style sheet, gives what its body shows with every style in its own tag: nothing points elsewhere."""

from __future__ import annotations

from lxml import etree, html

_DROPPED = ("script", "style", "link", "meta", "iframe", "object", "form")
_NAMES = frozenset({"class", "id"})
_HANDLER = "on"
_WHOLE = "section"


def inlined(page: str) -> str:
    """Return the body as a section: no style sheet, no script, no class, no id, no comment; nothing is fetched."""
    import css_inline

    styled = css_inline.CSSInliner(keep_style_tags=False, load_remote_stylesheets=False).inline(page)
    body = html.document_fromstring(styled, parser=html.HTMLParser(huge_tree=True, remove_comments=True)).find("body")
    if body is None:
        return ""
    etree.strip_elements(body, *_DROPPED, with_tail=False)
    for each in body.iter(etree.Element):
        for name in [str(name) for name in each.attrib if name in _NAMES or str(name).startswith(_HANDLER)]:
            del each.attrib[name]
    body.tag = _WHOLE
    return str(html.tostring(body, encoding="unicode")).strip() + "\n"
