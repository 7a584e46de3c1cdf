"""Takes the folder of a workspace, gives who may do what in it: accounts, roles, tokens.

They lie in accounts.json, which is read and written here alone. No session and no failed login is kept here: these are
the service's.
"""

from docgen.accounts.account import Account, Token, key_of
from docgen.accounts.accounts import Accounts, Rights
from docgen.accounts.caller import LOCAL, Caller, granted, may, may_everywhere
from docgen.accounts.permissions import PERMISSIONS, SCOPES, Action, Role, Scope
from docgen.accounts.throttle import Failures, wait_before
from docgen.workspace.files import ACCOUNTS_FILE

__all__ = [
    "ACCOUNTS_FILE",
    "LOCAL",
    "PERMISSIONS",
    "SCOPES",
    "Account",
    "Accounts",
    "Action",
    "Caller",
    "Failures",
    "Rights",
    "Role",
    "Scope",
    "Token",
    "granted",
    "key_of",
    "may",
    "may_everywhere",
    "wait_before",
]
