"""Takes nothing, gives the words about records that do not agree (rules X1–X21)."""

from __future__ import annotations

from docgen.vocabulary.words import Words

CONFIDENTIAL = "一条保密的记录"
"""What a finding calls another record whose name is not for everybody."""

CONSISTENCY_WORDS: dict[str, Words] = {
    "X1-unnamed": Words(
        "应到{due}人，其中{count}人在出席、请假、缺席里都没有写：{value}。",
        "到会的写进“出席”，其余写进“请假”或“缺席”；应到人员另有范围的，写明“应到范围”。",
    ),
    "X1-twice": Words("{value}写了不止一次（{lists}）。", "每人只写一次，请删去多写的。"),
    "X1-outside": Words(
        "“{lists}”里有应到人员以外的人：{value}。",
        "列席的移到“列席”；确应参加的，核对会议类型、党小组和 单位.yaml，或写明“应到范围”。",
    ),
    "X2": Words(
        "{count}人同时还出席了{other}（{time}）：{value}。",
        "核对两份记录的起止时间和出席人员；本来就是一起开的，在主题党日的“同时召开”里写上另一份记录。",
    ),
    "X2-leave": Words(
        "{value}{span}请假，期间却出席了{count}个活动：{other}。", "核对请假的“自”“至”和这些记录的出席人员。"
    ),
    "X3": Words(
        "“{value}”里有{count}字与{other}完全相同。",
        "请按实际情况各写各的；引用的文件写进“材料”，同一件事的记录互相注明编号。",
    ),
    "X4": Words("结束时间{value}早于开始时间{start}。", "请核对开始和结束的日期、时间。"),
    "X4-future": Words(
        "日期{value}在检查之日{day}以后，记的却是已经做了的事。",
        "还没有召开的，删去“{attended}”，作为计划；已经召开的，改正日期。",
        ("还没有谈的，“{state}”写成{planned}；已经谈的，改正日期。", "还没有做的，做完再记；已经做了的，改正日期。"),
    ),
    "X4-long": Words(
        "结束时间{value}，前后相隔{days}天，不像是一次活动。", "请核对结束的年、月、日；确是这么多天的，可以不改。"
    ),
    "X4-plan": Words(
        "{value}的计划日期已过，还没有写“{attended}”，不算已经召开，也没有检查。",
        "已经召开的，补写“{attended}”；没有召开的，改期或删去。",
    ),
    "X4-order": Words("“{what}”{value}早于“{other}”{day}。", "请核对这两个日期。"),
    "X4-folder": Words(
        "记录的日期是{day}，与文件夹或文件名“{value}”不一致。", "请核对日期；日期没有错的，移动文件或改文件名。"
    ),
    "X4-twice": Words(
        "与{value}是同一单位同一时间的同一种活动，像是复制出来的。",
        "是多出来的副本，请删去；确有两次活动的，改正开始时间或党小组。",
    ),
    "X5": Words(
        "任务“{value}”{day}到期，还没有结果。",
        "办完的，写明“结果”，状态改为已完成；没有办完的，催办后调整期限；不再办的，状态改为已取消。",
    ),
    "X5-remedy": Words("{value}的整改{day}到期，还没有完成。", "整改完的，状态改为已完成；没有完的，督促后调整期限。"),
    "X5-promise": Words(
        "{who}承诺的“{value}”{day}到期，没有写完成日期。",
        "做到的，补写完成日期；没有做到的，在“进展”里写明情况，调整期限。",
    ),
    "X5-plan": Words(
        "问题“{value}”的措施{day}到期，D、C、A里还什么都没有写。", "在 D 里写明做了什么；没有做的，调整期限。"
    ),
    "X6": Words(
        "{unit}没有编号为“{value}”的记录。",
        "是否应为：{near}？请按对方的编号写；没有编号的，写单位简称和它在“记录”文件夹下的路径，不带 .yaml。",
        ("请按对方的编号写；没有编号的，写单位简称和它在“记录”文件夹下的路径，不带 .yaml。",),
    ),
    "X7": Words(
        "{item}“{value}”没有写{lacks}，五个一里不能算完成。",
        "补写{lacks}；还没有完成的，先删去{claim}。",
        ("补写{lacks}。",),
    ),
    "X8": Words(
        "评为优秀的有{value}人，超过{base}{people}人的{numerator}/{denominator}（至多{limit}人）。",
        "按测评票数和日常表现重新研究评定；本单位另有规定的，在“规则”的 X8 里改基数或比例。",
    ),
    "X8-probationary": Words(
        "{value}在评议当日是预备党员，却评定为{grade}。",
        "预备党员参加评议，不评定等次，请删去支部评定；已经转正的，在单位.yaml里补写转正日期。",
    ),
    "X8-told": Words("{value}的评定意见没有写反馈日期。", "向本人反馈后，补写反馈日期。"),
    "X9": Words(
        "诫勉谈话的对象是领导干部，谈话人{value}却是本支部的。",
        "应由上级党组织负责人谈话；谈话人代表上级的，在“谈话人”里写明单位；其实是提醒谈话的，改正种类。",
    ),
    "X10": Words(
        "{value}的应交党费写的是{due}元，按基数应为{expected}元。",
        "核对基数和应交；离退休、学生等不按这一比例交纳的，以及经批准少交、免交的，不写基数。",
    ),
    "X11": Words(
        "{value}{window}的“{category}”累计{total}分，超过上限{cap}分。",
        "核对这一类的各项积分，超出上限的不再记；上限有变动的，改积分方案。",
    ),
    "X11-total": Words("总分写的是{value}，各方面得分之和是{expected}。", "核对各方面得分；不写总分时由得分计算。"),
    "X11-full": Words("“{aspect}”得分{value}，超过满分{full}。", "核对得分和满分。"),
    "X11-value": Words(
        "“{item}”记了{value}分，积分方案里是{expected}分。", "按方案改正分值；由审核人评定的项目，在方案里不写分值。"
    ),
    "X11-item": Words("积分方案里没有“{value}”这个项目。", "是不是“{near}”？可以写：{known}。", ("可以写：{known}。",)),
    "X11-twice": Words(
        "{value}的“{item}”已按“{record}”自动记分，这里又手工记了一次。",
        "删去手工的这一条；确属另一件事的，改写依据和日期。",
    ),
    "X11-hours": Words(
        "“{item}”按小时记分，这里没有写{value}，没有人得分。", "补写{value}；没有小时数的，方案里改为按次。"
    ),
    "X11-unscored": Words(
        "{value}在{day}不参加积分，这一条不计入。", "核对党员和日期；应当参加的，改积分方案的“不参加”。"
    ),
    "X12": Words(
        "{value}的承诺写了{stage}，却没有写{missing}。",
        "承诺依次经过提诺、审诺、示诺、践诺、评诺：做过的补写{missing}，没有做的先删去{stage}。",
    ),
    "X12-dates": Words("{stage}的日期{value}早于{earlier}的日期{other}。", "核对这两个日期。"),
    "X12-measure": Words("承诺“{value}”没有写{lacks}，到期无法检查。", "补写{lacks}：措施写到能够检查，期限写明日期。"),
    "X13": Words(
        "{branch}{window}考核{total}分，属于{expected}，提质升级的类别写的却是{value}。",
        "核对考核总分、赛马划线和类别。",
    ),
    "X13-full": Words("“{aspect}”的满分写的是{value}，考核方案里是{expected}。", "改正满分；不写满分时取考核方案。"),
    "X13-plan": Words(
        "{value}考核{total}分，属于{class}，{window}没有提质升级的记录。",
        "已经制定提质升级计划的，补写记录；没有的，查找原因后制定。",
    ),
    "X14": Words(
        "{flag}授给了{value}（{own}分），得分最高的是{best}（{score}分）。", "核对评分和得旗支部；得分相同的可以并列。"
    ),
    "X14-unscored": Words("{flag}授给了{value}，“评分”里没有它的得分。", "补写这个党支部的得分，或改正得旗支部。"),
    "X14-unwon": Words("已经评分，没有写得旗支部的：{value}。", "补写得旗支部；这一面旗空缺的，删去它的评分。"),
    "X14-twice": Words("“{what}”里{value}写了不止一次。", "请删去多写的。"),
    "X14-scores": Words("{value}没有写评分：{lacks}。", "补写评分；明星、示范岗评三项，五好班组评五项。"),
    "X14-over": Words(
        "{value}的“{what}”评了{score}分，超过{most}分。", "核对评分；满分不同的，在“规则”的 X14 里改单项满分。"
    ),
    "X15": Words(
        "{value}写的阶段是{stage}，却写了“{step}”的日期，应已是{reached}。", "核对阶段；这一步还没有做的，删去日期。"
    ),
    "X15-order": Words("“{step}”{value}早于“{other}”{day}。", "核对这两个日期。"),
    "X15-step": Words("{value}写的阶段是{stage}，却没有写“{step}”的日期。", "补写日期；还没有到这一阶段的，改正阶段。"),
    "X15-interval": Words(
        "“{step}”{value}，距“{other}”{day}不满{months}个月。", "核对这两个日期；确是这样的，这一步应当重做。"
    ),
    "X15-talk": Words("派人谈话是{value}，{day}收到入党申请书，已超过{months}个月。", "核对这两个日期。"),
    "X16": Words(
        "{unit}的方式是{own}，记录写的是{value}。", "改正“方式”；独立法人企业的党支部，在单位.yaml里写“独立法人: 是”。"
    ),
    "X16-meeting": Words("研究此事的是{value}，应是{known}。", "核对会议的编号和会议类型。"),
    "X16-unheld": Words("“{value}”没有写研究它的会议。", "在“会议”里写明会议记录的编号。"),
    "X16-later": Words("研究日期是{day}，所写的会议{value}才召开，或者还没有召开。", "核对日期和会议的编号。"),
    "X16-amended": Words("“{value}”的意见是修改后同意，没有写修改意见。", "补写“修改意见”。"),
    "X16-opinion": Words("“{value}”已有董事会结果，却没有写研究的意见。", "补写“意见”；没有研究就决定的，应当说明。"),
    "X21": Words("{value}查摆的问题没有写{lacks}。", "补写{lacks}，到期才能检查。"),
    "X21-preparation": Words("组织生活会没有写会前的{value}。", "在“会前”里补写{value}。"),
    "X17": Words(
        "“{value}”写了状态{state}，却没有写{lacks}。", "做到了的补写{lacks}；还没有做到的，把状态改为实际到达的一步。"
    ),
    "X17-declined": Words("合理化建议“{value}”不采纳，却没有写理由。", "补写“不采纳理由”，并告知建议人。"),
    "X17-reward": Words("合理化建议“{value}”不采纳，却写了奖励。", "核对状态；确实不采纳的，删去奖励。"),
    "X17-verdict": Words(
        "合理化建议“{value}”的状态是{state}，最后一次评审的结论却是{verdict}。",
        "核对状态和结论；后来又评审过的，补写那次评审。",
    ),
    "X17-ended": Words("“{value}”已经结束，却没有写{lacks}。", "补写{lacks}；延期的，改正结束的日期。"),
    "X18": Words("品牌“{value}”没有征求党员意见。", "征求意见后，在“征求意见”里写明是谁、提了什么。"),
    "X18-measure": Words(
        "品牌“{value}”的状态是{state}，却没有可以衡量的指标。", "在“指标”里写明指标和目标，命名以后写明实际。"
    ),
    "X19": Words("{value}的对象写了{count}人，应当是{expected}人。", "核对种类和对象。"),
    "X19-roster": Words(
        "党员攻关的成员{value}不在开始当日的名册里。", "核对姓名；成员有群众的，种类改为两带两创或行动学习。"
    ),
    "X19-twice": Words("{value}在同一份记录里写了不止一次。", "牵头人、负责人不再写进成员，成员各写一次。"),
    "X19-duty": Words("责任清单“{value}”的同一责任人、同一年度已经有一份。", "合并为一份，或者改正责任人、年度。"),
    "X20": Words("日期{value}超出了起止：界限是{bound}。", "核对这两个日期。"),
    "X20-hours": Words("“{value}”没有写{lacks}，不能计入。", "补写{lacks}，写每人的小时数。"),
    "X20-members": Words("“{value}”没有写{lacks}。", "补写{lacks}。"),
    "X20-duty": Words("职责“{value}”没有写{lacks}，无法检查。", "补写{lacks}。"),
    "X22": Words("“{what}”里不止一次写了{value}。", "只登一次，请删去多写的。"),
    "X22-omitted": Words("{value}既要登，又列在“不登”里，这一期没有登。", "两处删去一处。"),
    "X22-shortened": Words("“截取”{value}，要写段数或摘要其中的一项。", "登前几段的写段数，另写一段话的写摘要。"),
    "X22-kind": Words("{value}不是宣传稿，不会登出来。", "要登的写成宣传稿，在“来源”里写上这一条记录。"),
    "X22-channel": Words("{value}没有写渠道，是还没有发布的稿件，不会登出来。", "已经发布的，补写渠道。"),
    "X22-month": Words("{value}是{month}的宣传稿，不会登在这一期。", "核对稿件的日期和简报的月份。"),
    # the points scheme, by which X11 counts
    "points-name-twice": Words(
        "“积分方案”里“{value}”写了两次，不知道算哪一类。", "类别和项目的名称各不相同，请改名或删去一个。"
    ),
    "points-cap-negative": Words("“积分方案”里类别的上限{value}低于0。", "上限写0或正数；只扣分的类别不写上限。"),
    "points-source-worthless": Words(
        "“积分方案”里“{value}”写了来源，没有写分值，不知道记多少分。", "补写分值；由审核人评定的项目不写来源。"
    ),
    "points-source-foreign": Words(
        "“积分方案”里“{value}”写了{field}，它只用于来源是{sources}的项目。", "删去{field}，或改正来源。"
    ),
    "points-bounds-crossed": Words("“积分方案”的下限{value}高于上限{ceiling}。", "请核对后改正。"),
}
