"""Takes a name and what it may do, gives the accounts and tokens by which people and programs use the service."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta

import click

from docgen.accounts import Account, Accounts, Action, Rights, Role, Scope, Token, may
from docgen.accounts.strength import SHORTEST, refuse_weak
from docgen.accounts.tokens import LONGEST_DAYS
from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import JSON, TEXT, Command, Group, Parsed, each, one_of
from docgen.cli.lines import say_json, table
from docgen.errors import UsageError
from docgen.vocabulary import accounts as words
from docgen.vocabulary import commands

BYTE_ORDER_MARK = "\ufeff"
DEFAULT_DAYS = 90

ROLE = one_of(*(role.value for role in Role))
SCOPE = one_of(*(scope.value for scope in Scope))


def _days(text: str) -> int:
    days = int(text)
    if not 1 <= days <= LONGEST_DAYS:
        raise ValueError(text)
    return days


def _scopes(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> frozenset[Scope]:
    return frozenset(Scope(SCOPE.convert(text, option, context)) for text in each(context, option, values))


DAYS = Parsed("N", _days, words.days_wrong)

format_option = click.option("--format", "format", type=one_of(TEXT, JSON), default=TEXT, help=commands.FORMAT_OPTION)
stdin_option = click.option("--password-stdin", "from_stdin", is_flag=True, help=words.PASSWORD_STDIN_OPTION)


@click.group("user", cls=Group, help=words.USER_HELP)
def user() -> None:
    """Keep the accounts."""


@user.command("add", cls=Command, help=words.USER_ADD_HELP)
@click.argument("name")
@click.option("--role", type=ROLE, help=words.ROLE_OPTION)
@click.option("--unit", metavar="UNIT", default="", help=words.USER_UNIT_OPTION)
@click.option("--confidential", is_flag=True, help=words.CLEARED_OPTION)
@stdin_option
@pass_call
def add(call: Call, name: str, role: str | None, unit: str, confidential: bool, from_stdin: bool) -> None:
    """Add an account; what is wrong with its rights is told before anybody types a password."""
    accounts = Accounts.open(call.root)
    if role is None:
        raise UsageError("account-role-needed", {"value": name})
    account = Account(name, Role(role), _short(call, unit), confidential, disabled=False, changed=call.now)
    account = accounts.check_new(account)
    accounts.add(account, _new_password(account.name, from_stdin=from_stdin))
    click.echo(words.added(account.name, role))


@user.command("list", cls=Command, help=words.USER_LIST_HELP)
@format_option
@pass_call
def list_accounts(call: Call, format: str) -> None:
    """List the accounts by name."""
    call.json = format == JSON
    found = Accounts.open(call.root).list()
    if call.json:
        say_json({"accounts": [account.as_plain() for account in found]})
        return
    rows = [_account_row(account, _unit(call, account)) for account in found]
    for line in table(words.ACCOUNT_COLUMNS, rows) if rows else (words.NO_ACCOUNTS,):
        click.echo(line)


@user.command("change", cls=Command, help=words.USER_CHANGE_HELP)
@click.argument("name")
@click.option("--role", type=ROLE, help=words.ROLE_OPTION)
@click.option("--unit", metavar="UNIT", default="", help=words.USER_UNIT_OPTION)
@click.option("--all-units", is_flag=True, help=words.ALL_UNITS_OPTION)
@click.option("--confidential/--no-confidential", default=None, help=words.CLEARED_OR_NOT_OPTION)
@pass_call
def change(call: Call, name: str, role: str | None, unit: str, all_units: bool, confidential: bool | None) -> None:
    """Change what an account may do."""
    rights = Rights()
    if role is not None:
        rights["role"] = Role(role)
    if unit or all_units:
        rights["unit"] = _short(call, "" if all_units else unit)
    if confidential is not None:
        rights["confidential"] = confidential
    if not rights:
        raise UsageError("account-change-needed")
    account = Accounts.open(call.root).change(name, at=call.now, **rights)
    click.echo(words.changed(account.name, account.role, account.unit or ""))


@user.command("password", cls=Command, help=words.USER_PASSWORD_HELP)
@click.argument("name")
@stdin_option
@pass_call
def password(call: Call, name: str, from_stdin: bool) -> None:
    """Give an account another password."""
    accounts = Accounts.open(call.root)
    account = accounts.account(name)
    accounts.set_password(name, _new_password(account.name, from_stdin=from_stdin), at=call.now)
    click.echo(words.password_set(account.name, len(accounts.tokens(name))))


@user.command("disable", cls=Command, help=words.USER_DISABLE_HELP)
@click.argument("name")
@pass_call
def disable(call: Call, name: str) -> None:
    """Let nobody in by an account."""
    click.echo(words.disabled(Accounts.open(call.root).change(name, at=call.now, disabled=True).name))


@user.command("enable", cls=Command, help=words.USER_ENABLE_HELP)
@click.argument("name")
@pass_call
def enable(call: Call, name: str) -> None:
    """Let an account be used again."""
    click.echo(words.enabled(Accounts.open(call.root).change(name, at=call.now, disabled=False).name))


@user.command("remove", cls=Command, help=words.USER_REMOVE_HELP)
@click.argument("name")
@pass_call
def remove(call: Call, name: str) -> None:
    """Remove an account and its tokens."""
    accounts = Accounts.open(call.root)
    tokens = len(accounts.tokens(name))
    click.echo(words.removed(accounts.remove(name).name, tokens))


@user.group("token", cls=Group, help=words.TOKEN_HELP)
def token() -> None:
    """Keep the tokens by which programs call."""


@token.command("add", cls=Command, help=words.TOKEN_ADD_HELP)
@click.argument("name")
@click.option("--scope", "scopes", metavar="SCOPE", multiple=True, callback=_scopes, help=words.SCOPE_OPTION)
@click.option("--days", type=DAYS, default=DEFAULT_DAYS, help=words.DAYS_OPTION)
@click.option("--label", metavar="LABEL", default="", help=words.LABEL_OPTION)
@pass_call
def add_token(call: Call, name: str, scopes: frozenset[Scope], days: int, label: str) -> None:
    """Issue a token and show it, for the only time; its text alone goes to standard output."""
    accounts, now = Accounts.open(call.root), call.now
    text, issued = accounts.issue_token(name, scopes, now + timedelta(days=days), label, at=now)
    click.echo(text)
    click.echo(words.token_issued(_day(issued.expires)), err=True)


@token.command("list", cls=Command, help=words.TOKEN_LIST_HELP)
@format_option
@pass_call
def list_tokens(call: Call, format: str) -> None:
    """List the tokens, never their texts."""
    call.json = format == JSON
    found, now = Accounts.open(call.root).tokens(), call.now
    if call.json:
        say_json({"tokens": [_plain_token(issued, now) for issued in found]})
        return
    rows = [_token_row(issued, now) for issued in found]
    for line in table(words.TOKEN_COLUMNS, rows) if rows else (words.NO_TOKENS,):
        click.echo(line)


@token.command("revoke", cls=Command, help=words.TOKEN_REVOKE_HELP)
@click.argument("asked", metavar="ID|LABEL")
@pass_call
def revoke(call: Call, asked: str) -> None:
    """Make a token void."""
    accounts = Accounts.open(call.root)
    gone = accounts.revoke(_token_called(accounts, asked))
    click.echo(words.revoked(gone.id, gone.account))


def _short(call: Call, unit: str) -> str | None:
    """Return the short name of the unit that a text means."""
    return call.workspace.unit(unit).short if unit else None


def _new_password(name: str, *, from_stdin: bool) -> str:
    """Return a new password, typed twice and unseen, or given by a script."""
    if not sys.stdin.isatty():
        if not from_stdin:
            raise UsageError("password-needed")
        return _piped()
    typed = str(click.prompt(words.ask_password(SHORTEST), hide_input=True))
    refuse_weak(typed, name)
    if click.prompt(words.ASK_PASSWORD_AGAIN, hide_input=True) != typed:
        raise UsageError("password-mismatch")
    return typed


def _piped() -> str:
    try:
        text = sys.stdin.read()
    except UnicodeDecodeError:
        raise UsageError("password-lines") from None
    line, _, more = text.removeprefix(BYTE_ORDER_MARK).partition("\n")
    if more:
        raise UsageError("password-lines")
    return line.removesuffix("\r")


def _token_called(accounts: Accounts, text: str) -> str:
    """Return the id of the token that a text means: by its id, or by a label that no other token has."""
    labelled = [issued.id for issued in accounts.tokens() if issued.label == text]
    if len(labelled) > 1:
        raise UsageError("token-ambiguous", {"value": text, "near": commands.BETWEEN.join(labelled)})
    return labelled[0] if labelled else text


def _unit(call: Call, account: Account) -> str:
    """Return which unit an account is for; one that was renamed since is known no more, and the account sees nothing."""
    if account.unit is None:
        return words.ALL_UNITS
    return account.unit if account.unit in call.workspace.units else words.unit_unknown(account.unit)


def _account_row(account: Account, unit: str) -> tuple[str, ...]:
    return (
        account.name,
        account.role,
        unit,
        words.CLEARED if may(account.caller, Action.READ_CONFIDENTIAL) else words.NOT_CLEARED,
        words.DISABLED if account.disabled else words.ENABLED,
        _day(account.changed),
    )


def _token_row(issued: Token, now: datetime) -> tuple[str, ...]:
    return (
        issued.id,
        issued.account,
        issued.label,
        commands.BETWEEN.join(issued.scopes),
        _day(issued.expires),
        words.EXPIRED if now >= issued.expires else words.VALID,
    )


def _plain_token(issued: Token, now: datetime) -> dict[str, object]:
    return issued.as_plain() | {"expired": now >= issued.expires}


def _day(moment: datetime) -> str:
    return moment.astimezone().date().isoformat()
