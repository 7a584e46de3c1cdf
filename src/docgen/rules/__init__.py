"""Takes a ledger, gives what the regulations ask of it: findings, obligations, and the rules themselves."""

from docgen.rules.book import Rulebook, complaints, rulebook
from docgen.rules.catalogue import RULES, VERSION, rule_by_code, rule_of
from docgen.rules.checking import Digest, check, check_across, claimed, digest, judged, obligations, owed, recorded
from docgen.rules.counting import counting_base
from docgen.rules.frequency.term import term_end
from docgen.rules.obligation import Obligation, State, Why
from docgen.rules.reminding import remind_months, remind_on
from docgen.rules.rule import Rule

__all__ = [
    "RULES",
    "VERSION",
    "Digest",
    "Obligation",
    "Rule",
    "Rulebook",
    "State",
    "Why",
    "check",
    "check_across",
    "claimed",
    "complaints",
    "counting_base",
    "digest",
    "judged",
    "obligations",
    "owed",
    "recorded",
    "remind_months",
    "remind_on",
    "rule_by_code",
    "rule_of",
    "rulebook",
    "term_end",
]
