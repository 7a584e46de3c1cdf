"""Takes the Word templates, proves that children stand in the order of the schema (ECMA-376 part 1, annex A)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from tests.house.reading import Word

ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid"
    " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
    " lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "p": "pPr r",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked"
    " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": "writeProtection view zoom evenAndOddHeaders defaultTabStop characterSpacingControl noLineBreaksAfter"
    " noLineBreaksBefore compat themeFontLang",
    "compat": "useSingleBorderforContiguousCells spaceForUL balanceSingleByteDoubleByteWidth adjustLineHeightInTable"
    " useFELayout compatSetting",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "anchor": "simplePos positionH positionV extent effectExtent wrapNone docPr cNvGraphicFramePr graphic",
    "wsp": "cNvSpPr spPr style txbx bodyPr",
    "spPr": "xfrm prstGeom noFill ln",
}
# These may alternate with their likes.
ALIKE = {"headerReference": "footerReference", "fldSimple": "r"}


def misplaced(tree: etree._Element) -> Iterator[str]:
    for element in tree.iter():
        name = etree.QName(element).localname
        if name not in ORDER:
            continue
        allowed = ORDER[name].split()
        children = [ALIKE.get(child, child) for child in (etree.QName(each).localname for each in element)]
        unknown = [child for child in children if child not in allowed]
        places = [allowed.index(child) for child in children if child in allowed]
        if unknown or places != sorted(places):
            yield f"{name}: {children}"


def test_children_stand_in_the_order_of_the_schema(word: Word) -> None:
    checked = {etree.QName(element).localname for tree in word.trees() for element in tree.iter()}
    assert set(ORDER) - {"compat", "font"} <= checked
    assert [fault for tree in word.trees() for fault in misplaced(tree)] == []
