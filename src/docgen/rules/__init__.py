"""Takes a ledger, gives what the regulations ask of it: findings, obligations, and the rules themselves."""

from docgen.rules.catalogue import RULES, VERSION
from docgen.rules.checking import check, check_across, claimed, digest, judge, obligations
from docgen.rules.obligation import Obligation, State, Why
from docgen.rules.rule import Rule
from docgen.rules.rulebook import Rulebook, complaints, rulebook

__all__ = [
    "RULES",
    "VERSION",
    "Obligation",
    "Rule",
    "Rulebook",
    "State",
    "Why",
    "check",
    "check_across",
    "claimed",
    "complaints",
    "digest",
    "judge",
    "obligations",
    "rulebook",
]
