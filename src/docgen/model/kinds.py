"""Takes nothing, gives the table of record kinds: one line per kind of record that a unit writes."""

from __future__ import annotations

from msgspec import Struct

from docgen.model.admission import Candidate
from docgen.model.base import RecordModel
from docgen.model.bulletin_issue import BulletinIssue
from docgen.model.commitment import Commitment
from docgen.model.contests import Award, FlagContest
from docgen.model.dues import Dues
from docgen.model.five_ones import NewsItem, OwnChoice, PolicyRevision, ProblemSolved
from docgen.model.governance import Election, PreStudy
from docgen.model.improvement import Brand, Improvement, SecretaryProject
from docgen.model.meeting import Meeting
from docgen.model.projects import Project, Suggestion
from docgen.model.responsibility import DutyList, Liaison, Talk
from docgen.model.reviews import DutyReport, YearReview
from docgen.model.scoring import Assessment, PointsEntry
from docgen.model.service import CareVisit, Carrier, Pairing, Training, VolunteerWork
from docgen.model.theme_day import ThemeDay


class RecordKind(Struct, frozen=True):
    """A kind of record: its label in 类型, its model, and its English stem in folders and names."""

    label: str
    model: type[RecordModel]
    stem: str


RECORD_KINDS: tuple[RecordKind, ...] = (
    RecordKind("会议", Meeting, "meeting"),
    RecordKind("主题党日", ThemeDay, "theme-day"),
    RecordKind("承诺", Commitment, "commitment"),
    RecordKind("制度修订", PolicyRevision, "policy-revision"),
    RecordKind("办实事", ProblemSolved, "problem-solved"),
    RecordKind("宣传稿", NewsItem, "news-item"),
    RecordKind("自选动作", OwnChoice, "own-choice"),
    RecordKind("积分", PointsEntry, "points-entry"),
    RecordKind("考核", Assessment, "assessment"),
    RecordKind("提质升级", Improvement, "improvement"),
    RecordKind("夺旗", FlagContest, "flag-contest"),
    RecordKind("书记破题", SecretaryProject, "secretary-project"),
    RecordKind("攻关项目", Project, "project"),
    RecordKind("合理化建议", Suggestion, "suggestion"),
    RecordKind("评选", Award, "award"),
    RecordKind("品牌", Brand, "brand"),
    RecordKind("谈话", Talk, "talk"),
    RecordKind("责任清单", DutyList, "duty-list"),
    RecordKind("述职", DutyReport, "duty-report"),
    RecordKind("联系点", Liaison, "liaison"),
    RecordKind("先锋载体", Carrier, "carrier"),
    RecordKind("结对", Pairing, "pairing"),
    RecordKind("志愿服务", VolunteerWork, "volunteer-work"),
    RecordKind("慰问", CareVisit, "care-visit"),
    RecordKind("教育培训", Training, "training"),
    RecordKind("发展党员", Candidate, "candidate"),
    RecordKind("党费", Dues, "dues"),
    RecordKind("简报", BulletinIssue, "bulletin-issue"),
    RecordKind("年度总结", YearReview, "year-review"),
    RecordKind("换届", Election, "election"),
    RecordKind("前置研究", PreStudy, "pre-study"),
)

MODELS: dict[str, type[RecordModel]] = {kind.label: kind.model for kind in RECORD_KINDS}
KINDS: dict[str, RecordKind] = {kind.label: kind for kind in RECORD_KINDS}
