"""Takes an element and the name of a child, gives the child at the place that the schema asks for; Word refuses others."""

from __future__ import annotations

from lxml import etree

from docgen.ooxml.names import w

# ECMA-376 part 1: CT_PPr, CT_RPr, CT_SectPr, CT_Settings up to what is put in, CT_TblPr, CT_TblBorders.
_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
    " lang eastAsianLayout specVanish oMath rPrChange",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    " sectPrChange",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries"
    " displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts"
    " embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader"
    " bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState"
    " formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge"
    " revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride"
    " styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone"
    " doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders",
    "r": "rPr",
    "p": "pPr",
}
FONT_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
"""The attributes of w:rFonts that name a face, each for characters of its own."""
_RANKS = {parent: {w(name): rank for rank, name in enumerate(names.split())} for parent, names in _ORDERS.items()}


def child(parent: etree._Element, name: str) -> etree._Element:
    """Return a child, made at its place where there is none; its parent is one of those whose order is known."""
    found = parent.find(w(name))
    if found is not None:
        return found
    ranks = _RANKS[etree.QName(parent).localname]
    rank = ranks[w(name)]
    made = parent.makeelement(w(name))
    # What has no rank stands after what has one, as extensions do.
    at = next((index for index, each in enumerate(parent) if ranks.get(str(each.tag), len(ranks)) > rank), len(parent))
    parent.insert(at, made)
    return made


def put(parent: etree._Element, name: str, **attributes: str | int) -> etree._Element:
    """Set attributes of a child, which is made where there is none; others that it has stay."""
    found = child(parent, name)
    for key, value in attributes.items():
        found.set(w(key), str(value))
    return found


def clear(element: etree._Element, *names: str) -> None:
    """Remove attributes of the main namespace."""
    for name in names:
        if w(name) in element.attrib:
            del element.attrib[w(name)]
