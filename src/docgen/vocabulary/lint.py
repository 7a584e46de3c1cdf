"""Takes nothing, gives what `lint` says of a Word file: what does not follow the rule, and how to mend it in Word."""

from __future__ import annotations

from docgen.vocabulary.words import Words

_PAGE = "“布局→页边距→自定义边距”"
_PARAGRAPH = "选中段落，“开始→段落→缩进和间距”"
_FONT = "选中文字，“开始→字体”"
_BY_HAND = "请直接改正文字。"

_SHEET: dict[str, Words] = {
    "paper-size": Words("纸张是 {found}，应为 A4（{expected}）{also}。", f"打开{_PAGE}，“纸张”选 A4。"),
    "page-margins": Words("{found}，应为 {expected}{also}。", f"在{_PAGE}里改。"),
    "page-lines": Words(
        "正文{found}，应为{expected}{also}。",
        f"{_PARAGRAPH}，行距选“固定值”，填所说范围内的磅值。行距的磅数标准没有规定，只说一般每面排22行。",
    ),
    "line-characters": Words(
        "正文{found}，应为{expected}{also}。",
        f"{_FONT}→高级，间距选“紧缩”0.25 磅：三号字不紧缩，一行只排得下 27 字。",
    ),
    "paragraph-spaces": Words("正文段落有{found}，每面就排不满 22 行{also}。", f"{_PARAGRAPH}，段前、段后都填 0。"),
    "widow-control": Words(
        "正文勾选了孤行控制，有的页会少排一行{also}。", "选中段落，“开始→段落→换行和分页”，不勾选“孤行控制”。"
    ),
    "table-width": Words(
        "表格宽 {found}，超出版心（{expected}）{also}。", "选中表格，“布局→自动调整→根据窗口自动调整”。"
    ),
    "blank-paragraphs": Words(
        "连着有{found}，标准要求的空行不超过两行{also}。", "删去多余的空段；要换页的，用“布局→分隔符→分页符”。"
    ),
}
_FONTS: dict[str, Words] = {
    "body-font": Words("字体字号是{found}，一般用{expected}{also}。", f"{_FONT}，改为{{expected}}。"),
    "title-font": Words("标题是{found}，一般用{expected}{also}。", f"{_FONT}，改为{{expected}}。"),
    "heading-font": Words("层次标题是{found}，一般用{expected}{also}。", f"{_FONT}，改为{{expected}}。"),
    "element-font": Words("此处是{found}，一般用{expected}{also}。", f"{_FONT}，改为{{expected}}。"),
    "attachment-label-font": Words("“附件”二字是{found}，应为{expected}{also}。", f"{_FONT}，改为{{expected}}。"),
    "title-bold": Words("标题{found}，小标宋本身已是粗体，不必加粗{also}。", "选中标题，按一次 Ctrl+B。"),
    "text-colour": Words("文字是{found}，除发文机关标志外应为{expected}{also}。", f"{_FONT}，颜色选“自动”。"),
    "theme-fonts": Words(
        "用的是{found}，换一台电脑或换主题，字体就变{also}。",
        f"{_FONT}，选具体的字体名称，不选带“（标题）”“（正文）”的。",
    ),
    "quote-font": Words(
        "引号或破折号落在西文字体（{found}）里，宽度和样子都不对{also}。",
        f"{_FONT}，选中这些标点，改为{{expected}}。",
    ),
    "latin-font": Words(
        "正文的数字、字母用了{found}，标准没有规定西文字体，同正文一致为好{also}。",
        f"{_FONT}，西文字体改为{{expected}}。",
    ),
}
_HEAD: dict[str, Words] = {
    "mark-colour": Words("发文机关标志{found}，应为{expected}{also}。", f"{_FONT}，颜色选红色。"),
    "number-brackets": Words(
        "发文字号的年份括号是{found}，应为六角括号，如{expected}{also}。",
        "六角括号〔〕用“插入→符号”输入，不是 [ ]、【】或（）。",
    ),
    "number-year": Words("发文字号的年份是{found}，应标全称，如{expected}{also}。", _BY_HAND),
    "number-form": Words("发文顺序号是{found}，不加“第”字、不编虚位、后加“号”字，如{expected}{also}。", _BY_HAND),
    "red-rule": Words(
        "发文字号下的分隔线{found}，应有一条与版心等宽的红色分隔线{also}。",
        "光标放在发文字号一段，“开始→边框→边框和底纹”，加红色下框线；粗细标准没有规定。",
    ),
    "title-align": Words("标题{found}，应{expected}{also}。", "选中标题，按 Ctrl+E。"),
    "title-lines": Words(
        "标题一行有{found}，排不下（{expected}），由 Word 断行会拆开词语{also}。",
        "在词意完整处按 Shift+Enter 回行，各行长短排成梯形或菱形。",
    ),
    "addressee-colon": Words("主送机关后是{found}，应为{expected}{also}。", _BY_HAND),
    "addressee-indent": Words("主送机关{found}，应{expected}{also}。", f"{_PARAGRAPH}，缩进都填 0。"),
}
_BODY: dict[str, Words] = {
    "body-indent": Words(
        "段落{found}，每段应{expected}、回行顶格{also}。", f"{_PARAGRAPH}，左侧 0，特殊格式选“首行”2 字符。"
    ),
    "indent-blanks": Words(
        "段落{found}缩进，字数一改就会错位{also}。", f"删去段首空格，{_PARAGRAPH}，特殊格式选“首行”2 字符。"
    ),
    "heading-number": Words(
        "层次序号写作{found}，应写成{expected}的样子{also}。",
        "四个层次依次是“一、”“（一）”“1.”“（1）”：圆括号用全角，括号后不加标点，“1”后用点不用顿号。",
    ),
    "heading-order": Words("{found}，中间少了{expected}一级{also}。", "四个层次依次用“一、”“（一）”“1.”“（1）”。"),
    "heading-stop": Words("单独成行的标题末尾有{found}，{expected}为好{also}。", _BY_HAND),
}
_CLOSING: dict[str, Words] = {
    "attachment-form": Words(
        "附件说明里是{found}，应为{expected}{also}。", "写成“附件：1.名称”：全角冒号，序号后用点，名称后不加标点。"
    ),
    "attachment-numbers": Words(
        "有几个附件，第一个{found}，应{expected}{also}。", "写成“附件：1.名称”，下一行“2.名称”。"
    ),
    "attachment-marks": Words("附件名称写作{found}，{expected}为好{also}。", _BY_HAND),
    "attachment-indent": Words("附件说明{found}，应{expected}{also}。", f"{_PARAGRAPH}，左空 2 字。"),
    "signature-place": Words(
        "现在是{found}，应为{expected}{also}。",
        f"{_PARAGRAPH}，对齐选“右对齐”，右侧缩进填所说的字符数。不盖章的，日期首字比署名首字右移二字；盖章的，日期右空四字、署名居中于日期之上。",
    ),
    "signature-blanks": Words(
        "署名或日期{found}定位，字数一改就会错位{also}。", f"删去空格，{_PARAGRAPH}，对齐选“右对齐”，填右侧缩进。"
    ),
    "date-form": Words("成文日期写作{found}，应如{expected}{also}。", "用阿拉伯数字，年份写全，月、日不加 0。"),
    "note-brackets": Words("附注的括号是{found}，应为{expected}{also}。", _BY_HAND),
    "note-indent": Words("附注{found}，应{expected}{also}。", f"{_PARAGRAPH}，左空 2 字。"),
    "attachment-label": Words(
        "附件序号是{found}，应为{expected}{also}。", f"“附件1”在版心左上角第一行顶格，不加冒号。{_PARAGRAPH}。"
    ),
}
_IMPRINT: dict[str, Words] = {
    "imprint-place": Words(
        "版记{found}，应在最后一面的版心底部，末条分隔线与版心下边缘重合{also}。",
        "把版记放进表格，“表格属性→环绕→定位”，垂直位置选“底端”，相对于“页边距”。",
    ),
    "imprint-rules": Words(
        "版记的分隔线粗 {found}，推荐 {expected}{also}。",
        "选中表格，“设计→边框”：首末两条选 1 磅，中间的选 0.75 磅。",
    ),
    "imprint-stop": Words("抄送机关后是{found}，应为{expected}{also}。", _BY_HAND),
    "imprint-printed": Words("印发日期写作{found}，应如{expected}{also}。", _BY_HAND),
    "imprint-floats": Words(
        "版记{found}，没有{expected}，正文一改就会移位{also}。",
        "把版记放进表格，“表格属性→环绕→定位”，垂直位置选“底端”，相对于“页边距”。",
    ),
}
_PAGE_NUMBER: dict[str, Words] = {
    "page-number-missing": Words("{found}页码，应在版心下编排，如{expected}{also}。", "“插入→页码→页面底端”。"),
    "page-number-typed": Words(
        "页脚里的{found}是打上去的字，应为{expected}，否则每一页都是同一个数{also}。",
        "双击页脚，删去这个数，“插入→页码→当前位置”。",
    ),
    "page-number-dashes": Words(
        "页码写作{found}，应为{expected}：数字左右各一条一字线{also}。",
        "双击页脚，把数字两边改成一字线“—”，不用短横“-”。",
    ),
    "page-number-font": Words("页码是{found}，一般用{expected}{also}。", f"双击页脚，{_FONT}，改为{{expected}}。"),
    "page-number-side": Words(
        "页码{found}，应{expected}{also}。", "双击页脚，勾选“奇偶页不同”：单页右对齐，双页左对齐。"
    ),
    "page-number-indent": Words(
        "页码离边{found}，应空{expected}{also}。", f"双击页脚，{_PARAGRAPH}，靠边一侧缩进 1 字符。"
    ),
    "page-number-drop": Words(
        "页码的一字线约在版心下 {found}，应为 {expected}{also}。",
        "双击页脚，“页眉和页脚→页脚底端距离”填 2.47 厘米左右。",
    ),
}
_WRITING: dict[str, Words] = {
    "text-date-zeros": Words("日期写作{found}，月、日不加 0，如{expected}{also}。", _BY_HAND),
    "text-han-zero": Words(
        "年份写作{found}，“零”应用〇，如{expected}{also}。", "〇用“插入→符号”输入，不是字母 O、圆圈或数字 0。"
    ),
    "text-cited-number": Words("引用的文号写作{found}，年份用六角括号，如{expected}{also}。", _BY_HAND),
    "text-half-marks": Words("中文里有半角标点{found}，应为{expected}{also}。", _BY_HAND),
    "text-idle-pause": Words("并列的书名号、引号之间写了顿号（{found}），{expected}为好{also}。", _BY_HAND),
}

LINT_WORDS: dict[str, Words] = {
    **_SHEET, **_FONTS, **_HEAD, **_BODY, **_CLOSING, **_IMPRINT, **_PAGE_NUMBER, **_WRITING,
}  # fmt: skip
