"""Takes nothing, gives the table of document kinds: one line per kind."""

from __future__ import annotations

from docgen.documents.archive_box import ARCHIVE_BOX
from docgen.documents.archive_index import ARCHIVE_INDEX
from docgen.documents.bulletin.bulletin import BULLETIN
from docgen.documents.commitment.ledger import COMMITMENT_LEDGER
from docgen.documents.commitment.letter import COMMITMENT_LETTER
from docgen.documents.commitment.publication import COMMITMENT_PUBLICATION
from docgen.documents.commitment.review import COMMITMENT_REVIEW
from docgen.documents.findings_list.findings_list import FINDINGS_LIST
from docgen.documents.five_ones.matrix import FIVE_ONES_MATRIX
from docgen.documents.five_ones.month import FIVE_ONES_MONTH
from docgen.documents.general.form import FORM
from docgen.documents.general.ledger import LEDGER
from docgen.documents.kind import DocumentKind
from docgen.documents.ledgers.meeting_ledger import MEETING_LEDGER
from docgen.documents.ledgers.theme_day_ledger import THEME_DAY_LEDGER
from docgen.documents.meeting.minutes import MINUTES
from docgen.documents.meeting.notice import MEETING_NOTICE
from docgen.documents.meeting.record import MEETING_RECORD
from docgen.documents.meeting.resolution import RESOLUTION
from docgen.documents.meeting.sign_in_sheet import SIGN_IN_SHEET
from docgen.documents.news_item import NEWS_ITEM
from docgen.documents.obligations.obligations import OBLIGATIONS
from docgen.documents.reviews.branch_year_review import BRANCH_YEAR_REVIEW
from docgen.documents.reviews.duty_report import DUTY_REPORT
from docgen.documents.reviews.organisation_year_report import ORGANISATION_YEAR_REPORT
from docgen.documents.statistics.activity_statistics import ACTIVITY_STATISTICS
from docgen.documents.theme_day.plan import THEME_DAY_PLAN
from docgen.documents.theme_day.record import THEME_DAY_RECORD

KINDS: tuple[DocumentKind, ...] = (
    MEETING_NOTICE,
    SIGN_IN_SHEET,
    MEETING_RECORD,
    MINUTES,
    RESOLUTION,
    THEME_DAY_PLAN,
    THEME_DAY_RECORD,
    COMMITMENT_LETTER,
    COMMITMENT_PUBLICATION,
    COMMITMENT_LEDGER,
    COMMITMENT_REVIEW,
    FIVE_ONES_MONTH,
    FIVE_ONES_MATRIX,
    NEWS_ITEM,
    BULLETIN,
    MEETING_LEDGER,
    THEME_DAY_LEDGER,
    ACTIVITY_STATISTICS,
    OBLIGATIONS,
    FINDINGS_LIST,
    BRANCH_YEAR_REVIEW,
    DUTY_REPORT,
    ORGANISATION_YEAR_REPORT,
    ARCHIVE_INDEX,
    ARCHIVE_BOX,
    FORM,
    LEDGER,
)
