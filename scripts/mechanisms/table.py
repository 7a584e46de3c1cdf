"""Takes nothing, gives the mechanisms of the year: how each is written, which paper shows it, how a branch uses it."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.ledger.branch import AnyEntry
from docgen.model.base import label_of
from docgen.model.kinds import RECORD_KINDS
from docgen.model.meeting import AgendaItem, Meeting, MeetingType

FIRST_TOPIC = label_of(AgendaItem, "first")
SIGN = "、"
STEMS = {kind.label: kind.stem for kind in RECORD_KINDS}


@dataclass(frozen=True)
class Mechanism:
    """One mechanism: its name, its kind of record, the types of meetings it means, the paper that shows it, its use."""

    name: str
    kind: str
    use: str
    shown: str = ""
    types: tuple[MeetingType, ...] = ()
    first_topic: bool = False

    def is_of(self, entry: AnyEntry) -> bool:
        """Tell whether a record is of the mechanism."""
        model = entry.model
        if model.kind != self.kind:
            return False
        if not isinstance(model, Meeting):
            return True
        if self.first_topic:
            return any(item.first for item in model.agenda or ())
        return not self.types or model.type in self.types

    def is_meant(self, kind: str, meeting_type: str) -> bool:
        """Tell whether records of a kind and type, as broken samples have them, are of the mechanism."""
        return self.kind == kind and not self.first_topic and (not self.types or meeting_type in self.types)

    @property
    def written(self) -> str:
        """How its records are written."""
        if self.first_topic:
            return f"{self.kind}（{FIRST_TOPIC}: 是）"
        return f"{self.kind}（{SIGN.join(self.types)}）" if self.types else self.kind

    @property
    def stem(self) -> str:
        """Its English name in the names of files."""
        which = "-".join(kind.name.lower() for kind in self.types[:1])
        first = "first-topic" if self.first_topic else ""
        return "-".join(filter(None, (STEMS[self.kind], which.replace("_", "-"), first)))


MECHANISMS = (
    Mechanism(
        "三会一课",
        "会议",
        "每开一次会写一条，“会议类型”分清是哪一种会。会前不写“出席”，可以先出通知和签到表；开完补上出席、议题、表决，"
        "记录、纪要、决议由同一条出。第几次会、应到实到由名册和日期算，不用写。",
        "meeting-record",
        (MeetingType.GENERAL, MeetingType.COMMITTEE, MeetingType.GROUP, MeetingType.LECTURE),
    ),
    Mechanism(
        "第一议题",
        "会议",
        "议题里写“第一议题: 是”和学习的“材料”。它计入五个一的学习研讨，在纪要、台账、年度总结里都认得出来。",
        "minutes",
        first_topic=True,
    ),
    Mechanism(
        "组织生活会",
        "会议",
        "在会议里写“会前”（学习、谈心谈话、征求意见）、“查摆问题”和“批评”。问题逐条写整改措施、责任人、期限，问题清单和情况报告由它出；"
        "批评的内容只进会议记录。",
        "life-meeting-issues",
        (MeetingType.ORGANISATION_LIFE,),
    ),
    Mechanism(
        "民主评议党员",
        "会议",
        "会前不写“测评”也能出测评票；会后逐人写自评、票数、支部评定和反馈日期。预备党员参加不评定等次；票数不进公示。",
        "appraisal-summary",
        (MeetingType.APPRAISAL,),
    ),
    Mechanism(
        "主题党日",
        "主题党日",
        "写主题、时间、地点和环节，照片放进附件。没有“出席”是方案，有“出席”是活动记录。",
        "theme-day-record",
    ),
    Mechanism(
        "党员承诺",
        "承诺",
        "每名党员一年一条，从提诺、审诺、示诺、践诺到评诺，一步步往里补。承诺书、公示、台账、评诺通报由同一条出。",
        "commitment-letter",
    ),
    Mechanism("五个一：制度修订", "制度修订", "写名称、动作、修订要点；有审核人和发布日期才算完成。", "form"),
    Mechanism("五个一：办实事", "办实事", "写帮助的单位、困难、举措和结果；有单位和结果才算完成。", "form"),
    Mechanism("五个一：宣传", "宣传稿", "写标题、正文和渠道，照片放进附件；发布了的稿件会进当月简报。", "news-item"),
    Mechanism("自选动作", "自选动作", "五项以外自己做的事，不设名额，写了就列入月报。", "form"),
    Mechanism(
        "简报", "简报", "不写这条记录，简报按栏目和日期排；要自己定要目、要闻、签发和发送范围时才写。", "bulletin"
    ),
    Mechanism(
        "党员积分",
        "积分",
        "积分方案写在 docgen.yaml（samples 里有两份现成的）。开会、承诺、志愿服务按方案自动记分，其余才手写一条；"
        "每个总分都能逐条说明来历。公示不写事由。",
        "points-ledger",
    ),
    Mechanism(
        "标准化考核（八方面）、赛马",
        "考核",
        "由上级党组织写：哪个支部、哪个期间、八方面的得分、扣分原因和佐证。总分、名次和先进、中间、后进三类由 docgen 算，"
        "划线在 docgen.yaml 的“赛马”里。",
        "ranking-notice",
    ),
    Mechanism(
        "提质升级（PDCA）",
        "提质升级",
        "一个支部一个周期一条，P、D、C、A 四部分逐步补。类别不同，计划的写法不同：后进的先找原因，先进的总结推广；下一期考核出来就有对比。",
        "improvement-plan",
    ),
    Mechanism(
        "五旗夺旗", "夺旗", "由上级党组织写：周期、各支部五面旗的得分和得旗支部。荣誉名称自动带出。", "flag-notice"
    ),
    Mechanism(
        "书记破题（三局）",
        "书记破题",
        "一个题目一条，从申报到推广，“状态”往前推。立项要有目标和措施，结项要有成果。",
        "project-proposal",
    ),
    Mechanism(
        "攻关项目（两带两创、行动学习）",
        "攻关项目",
        "写课题、牵头人、成员、目标；行动学习逐轮写学习、研讨、行动、复盘。",
        "form",
    ),
    Mechanism("合理化建议", "合理化建议", "一条建议一条记录，状态从征集到激励逐步推进；不采纳的写明理由。", "form"),
    Mechanism(
        "评选（明星、示范岗、五好班组）",
        "评选",
        "每月每项一条，写对象、评分和事迹，附照片。通报按月出。",
        "award-notice",
    ),
    Mechanism(
        "党建品牌",
        "品牌",
        "写名称、内涵、目标、载体、措施；要有党员的意见和可衡量的成效，否则会提示。",
        "brand-application",
    ),
    Mechanism(
        "谈心谈话",
        "谈话",
        "一次谈话一条。内容保密：默认不出，点名要才出谈话记录表；台账只有次数，没有内容。",
        "talk-record",
    ),
    Mechanism(
        "责任清单（四级五岗）",
        "责任清单",
        "一个岗位一条，逐项写职责、标准、频次、佐证。层级和岗位的名称自己定。",
        "form",
    ),
    Mechanism("述职评议", "述职", "一人一年一条，写履职、问题、原因、努力方向和测评票数。", "duty-report"),
    Mechanism("联系点、1+1", "联系点", "一名领导一个点一条，每次走访补一行：日期、内容、问题、解决情况。", "form"),
    Mechanism(
        "先锋载体", "先锋载体", "示范岗、责任区、突击队、攻关小组等，一个一条，写负责人、成员、任务和成果。", "ledger"
    ),
    Mechanism(
        "结对（一带一、一带二、联创共建、手拉手）",
        "结对",
        "一对一条，写双方、目标，每次活动补一行。一带二要写两名对象。",
        "ledger",
    ),
    Mechanism("志愿服务", "志愿服务", "一次活动一条，写参加党员和时长；按积分方案自动记分，按规定计学时。", "ledger"),
    Mechanism(
        "走访慰问", "慰问", "一次慰问一条，写种类、对象、形式和金额。对象和金额在公开的材料里隐去。", "care-visit-form"
    ),
    Mechanism("教育培训", "教育培训", "一批一条，写种类、学时和参加党员；学时计入每人全年的集中学习。", "ledger"),
    Mechanism("发展党员", "发展党员", "一人一条，写到哪个阶段、各步骤的日期和票决。只管进度，不做档案。", "form"),
    Mechanism("党费", "党费", "一月一条，逐人写基数和应交、实交；按比例核对。保密，点名要才出台账。", "ledger"),
    Mechanism(
        "换届", "换届", "当选日期和任期写在 单位.yaml，届满前六个月提醒；换届情况写一条记录。", "election-reminder"
    ),
    Mechanism(
        "前置研究、集体研究把关",
        "前置研究",
        "一个事项一条，写意见、会议和结果。党委写前置研究，没有党委的独立法人单位写集体研究把关，标题随单位种类变。",
        "pre-study-list",
    ),
    Mechanism(
        "年度总结",
        "年度总结",
        "写自己的话：概述、各节、问题、打算。数字由记录算，没有写的留待补充。",
        "branch-year-review",
    ),
)
