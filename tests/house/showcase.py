"""Takes nothing, gives outlines that hold every block, and what their templates are filled with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tests.house.reading import PICTURE_SHA

from docgen.house.order import flattened
from docgen.house.outline import (
    Addressee,
    Align,
    AttachmentPages,
    Attachments,
    Ballot,
    Chart,
    Column,
    Fields,
    For,
    Grid,
    Hands,
    Head,
    Heading,
    If,
    Imprint,
    Layout,
    Line,
    Outline,
    Paragraph,
    People,
    Pictures,
    Remark,
    Rows,
    Signature,
    Speeches,
    Title,
)
from docgen.house.texts import name_of

LEDGER = Rows(
    of="台账",
    name="行",
    columns=(
        Column("序号", "{{ 行.序号 }}", 6, Align.CENTER),
        Column("日期", "{{ 行.日期 }}", 14, Align.CENTER),
        Column("内容", "{{ 行.内容 }}", 40),
        Column("人次", "{{ 行.人次 }}", 8, Align.RIGHT),
    ),
    total=("合计", "{{ 合计 }}"),
)
BULLETIN_HEAD = Head("{{ 机关 }}简报", "第{{ 期号 }}期", left="{{ 印发机关 }}", right="{{ 印发日期 }}")
EVERY_BLOCK = (
    Head(
        mark="{{ 机关 }}文件",
        number="{{ 文号 }}",
        signer="{{ 签发人 }}",
        copy_number="{{ 份号 }}",
        secrecy="{{ 密级 }}",
        urgency="{{ 紧急程度 }}",
    ),
    Title("{{ 标题 }}", below="{{ 通过 }}"),
    Addressee("{{ 主送 }}"),
    Paragraph("{{ 导语 }}"),
    Heading("一、基本情况"),
    Line("时间", "{{ 时间 }}"),
    Line("主持人", "{{ 主持人 }}（{{ 职务 }}）", always=True),
    Fields((((("应到"), "{{ 应到 }}"), ("实到", "{{ 实到 }}")), (("主题", "{{ 主题 }}"),))),
    Heading("（一）讨论", level=2),
    For("议", "议题", (Heading("{{ 议.题目 }}", level=3), Speeches("议.发言"), Ballot("{{ 议.表决 }}"))),
    If("任务", (Paragraph(each="任务"),), otherwise=(Paragraph("没有交办任务。"),)),
    Heading("二、台账"),
    LEDGER,
    Grid("表头", "行们", total="合计行"),
    Pictures("照片", 90),
    Chart("图表", 90),
    Hands((("主持人签名", ""), ("记录人签名", "{{ 记录人 }}"))),
    Attachments("附件", "{{ 件.名称 }}"),
    Signature("{{ 署名 }}", "{{ 日期 }}", seal="盖章"),
    Remark("{{ 附注 }}"),
    People("出席", "{{ 出席 }}"),
    People("请假", "{{ 请假 }}"),
    People("列席", "{{ 列席 }}"),
    AttachmentPages("附件"),
    Imprint("{{ 抄送 }}", "{{ 印发机关 }}", "{{ 印发日期 }}"),
)


def showcase(layout: Layout = Layout.OFFICIAL, *, landscape: bool = False) -> Outline:
    """Return an outline of a layout that holds every block."""
    blocks = (BULLETIN_HEAD, *EVERY_BLOCK[1:]) if layout is Layout.BULLETIN else EVERY_BLOCK
    return Outline(layout, blocks, landscape)


_TEXTS: dict[type[Any], Callable[[Any], Iterable[str]]] = {
    Head: lambda block: (block.copy_number, block.secrecy, block.urgency, block.mark, block.left or block.number),
    Title: lambda block: (block.text, block.below),
    Addressee: lambda block: (block.text,),
    Paragraph: lambda block: (block.text,),
    Heading: lambda block: (block.text,),
    Line: lambda block: (block.label, block.text),
    People: lambda block: (block.label, block.text),
    Fields: lambda block: (text for row in block.rows for pair in row for text in pair),
    Rows: lambda block: (*(each.head for each in block.columns), *(each.text for each in block.columns), *block.total),
    Grid: lambda block: (block.heads, block.rows, block.total),
    Hands: lambda block: (text for pair in block.pairs for text in pair),
    Speeches: lambda block: (name_of(block.of),),
    Ballot: lambda block: (name_of(block.of),),
    Pictures: lambda block: (block.of,),
    Chart: lambda _block: (),
    Remark: lambda block: (block.text,),
    Attachments: lambda block: (block.of, block.text),
    AttachmentPages: lambda block: (block.of, "{{ 件.名称 }}", "件.正文", "{{ 段.文 }}"),
    Signature: lambda block: (block.name, block.date),
    Imprint: lambda block: (block.copies_to, block.office, block.date),
    For: lambda block: (block.of,),
    If: lambda block: (block.test,),
}


def texts(outline: Outline) -> Iterator[str]:
    """Yield the texts of an outline's blocks in order, those inside others where they stand."""
    for block in flattened(outline.blocks):
        yield from _TEXTS[type(block)](block)


def _ledger_rows(count: int) -> list[dict[str, str]]:
    return [
        {
            "序号": str(number),
            "日期": "2020年3月5日",
            "内容": "集中学习《关于新形势下党内政治生活的若干准则》，并围绕“守初心、担使命”交流研讨",
            "人次": str(10 + number),
        }
        for number in range(1, count + 1)
    ]


CONTEXT: dict[str, Any] = {
    "题名": "关于召开2020年第一季度支部党员大会的通知",
    "草稿": "草稿（待补充 3 处）",
    "署名单位": "中共某某局机关第一支部委员会",
    "机关": "中共某某局机关委员会",
    "期号": "3",
    "文号": "某机党〔2020〕1号",
    "份号": "000001",
    "密级": "",
    "紧急程度": "特急",
    "标题": "关于召开2020年第一季度支部党员大会暨主题党日活动的通知",
    "通过": "",
    "主送": "各党小组、全体党员",
    "导语": "根据《中国共产党支部工作条例（试行）》和机关党委2020年工作安排，经支部委员会研究，定于2020年3月5日召开第一季度支部党员大会。"
    "现将有关事项通知如下，请认真组织、按时参加，因故不能到会的应当在会前履行请假手续。",
    "时间": "2020年3月5日14:30—16:30",
    "主持人": "张一",
    "职务": "支部书记",
    "应到": "12",
    "实到": "11",
    "主题": "学习贯彻全国两会精神，讨论2020年度支部工作计划，审议“党员承诺践诺”事项，部署下一阶段工作，征求党员对支部委员会工作的意见建议",
    "议题": [
        {
            "题目": "1.审议2020年度支部工作计划",
            "发言": [
                {
                    "姓名": "李二",
                    "内容": "计划目标明确，建议把服务企业的事项写得更具体，逐项明确责任人和完成时限，并按季度在支部党员大会上通报进展。",
                    "不同意见": "",
                },
                {"姓名": "王三", "内容": "不同意将活动全部安排在上班时间。", "不同意见": "是"},
            ],
            "表决": "应到有表决权党员12人，实到11人，赞成10票，反对0票，弃权1票，获得通过。",
        }
    ],
    "任务": ["张一负责起草方案，3月20日前完成。", "李二负责联系场地 & 物资 <清单>。"],
    "台账": _ledger_rows(9),
    "合计": "135",
    "表头": ["序号", "姓名", "岗位", "备注"],
    "行们": [["1", "张一", "科长", ""], ["2", "李二", "科员", "A & B <丙>"]],
    "图表": 'chart:["bars","得分",["甲"],[["总分",[[9,"9"]]]],0,[]]',
    "合计行": ["合计", "", "", "二人"],
    "照片": [{"图": f"picture:{PICTURE_SHA}", "图注": "图为支部党员大会现场"}],
    "记录人": "",
    "附件": [
        {"名称": "2020年度支部工作计划", "正文": []},
        {
            "名称": "党员承诺事项一览表（含各党小组汇总情况以及支部审核意见，供会前征求意见使用）",
            "正文": [
                {"文": "一、事项", "一级": True, "二级": False},
                {"文": "（一）内容", "一级": False, "二级": True},
                {"文": "每名党员承诺的事项以及完成时限。", "一级": False, "二级": False},
            ],
        },
    ],
    "签发人": "张一",
    "盖章": True,
    "附注": "此件公开发布",
    "署名": "中共某某局机关第一支部委员会",
    "日期": "2020年3月2日",
    "出席": "张　一、李　二、王　三、欧阳某某、赵　四、钱　五、孙　六、周　七、吴　八、郑　九、冯　十",
    "请假": "陈　甲（公差）",
    "列席": "",
    "抄送": "某某局机关党委，某某局纪检监察组，某某局办公室、人事处，各支部",
    "印发机关": "某某局机关第一支部",
    "印发日期": "2020年3月2日",
}
