"""Takes nothing, gives what an editor decides about one issue of the bulletin."""

from datetime import date

from docgen.model.base import Count, Line, Model, MonthOf, RecordId, RecordModel, Several, label, needed


class Recipients(Model):
    """To whom an issue goes."""

    report_to: Several[Line] = label("报", default=())
    send_to: Several[Line] = label("送", default=())
    issue_to: Several[Line] = label("发", default=())


class Shortened(Model):
    """How one piece of news is shortened: to its first paragraphs, or to the editor's own words."""

    item: RecordId = needed("稿件", "宣传稿的编号")
    paragraphs: Count | None = label("段数", "导语之后登几段正文；0为只登导语")
    abstract: Line | None = label("摘要", "写了就以它代替导语和正文")


class BulletinIssue(RecordModel):
    """One issue: choice, order, headline news and people; without it all items go by column and date."""

    month: MonthOf = needed("月份")
    issue: Count | None = label("期")
    contents: Several[RecordId] = label("要目", "宣传稿的编号，按先后", default=())
    headline: Several[RecordId] = label("要闻", "放在最前的宣传稿，按先后", default=())
    omitted: Several[RecordId] = label("不登", "不登的宣传稿，或者不列入简讯的记录", default=())
    shortened: Several[Shortened] = label("截取", default=())
    signer: Line | None = label("签发")
    editor: Line | None = label("编辑")
    examiner: Line | None = label("审核")
    recipients: Recipients | None = label("发送")
    copies: Count | None = label("印数")

    @property
    def day(self) -> date:
        """The last day of its month."""
        return self.month.end

    @property
    def title(self) -> str:
        """Its month."""
        return self.month.text
