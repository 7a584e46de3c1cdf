"""The pages of accounts: the first administrator, others added and changed, one's own password, tokens shown once."""

from __future__ import annotations

import re
from html import unescape

import pytest
from tests.web.office import BRANCH, SECRET, Office, TestClient, csrf

from docgen.accounts import Role, Scope

STRONG, OTHER_STRONG = "lizhi-49-haiyang", "caomei-22-xueshan"


def sent(client: TestClient, path: str, **fields: str | list[str]) -> tuple[int, str]:
    answer = client.post(path, data=fields, headers=csrf(client))
    return answer.status_code, unescape(answer.text)


def secret(page: str) -> str:
    found = re.search(r'<code id="secret">([^<]*)</code>', page)
    assert found is not None
    return found[1]


def entered(office: Office, name: str, password: str) -> bool:
    return office.service.accounts.verify(name, password) is not None


def test_without_accounts_the_page_offers_the_first_and_says_what_then_changes(office: Office) -> None:
    client = office.local()
    assert "建第一个管理员" in client.get("/accounts").text
    status, _ = sent(client, "/accounts/first", name="周七", password=STRONG, again=STRONG)
    assert status == 303
    assert "您已登录" in client.get("/accounts", params={"said": "first"}).text
    assert office.service.accounts.account("周七").role is Role.ADMIN
    assert (
        TestClient(office.application, str(client.base_url), follow_redirects=False).get("/accounts").status_code == 303
    )


@pytest.mark.parametrize(
    ("password", "again", "words"),
    [
        (STRONG, STRONG + "x", "两次输入的密码不一样"),
        ("short", "short", "密码太短"),
        ("1234567890", "1234567890", "太容易猜到"),
    ],
)
def test_a_first_password_that_will_not_do_is_told_and_nobody_is_added(
    office: Office, password: str, again: str, words: str
) -> None:
    client = office.local()
    status, page = sent(client, "/accounts/first", name="周七", password=password, again=again)
    assert status == 422
    assert words in page
    assert 'value="周七"' in page
    assert not office.service.accounts.exists


def test_the_way_to_the_first_account_is_closed_once_there_is_one(office: Office) -> None:
    client = office.client(Role.ADMIN)
    status, _ = sent(client, "/accounts/first", name="另一个", password=STRONG, again=STRONG)
    assert status == 422
    assert len(office.service.accounts.list()) == 1


def test_an_account_is_added_with_a_password_that_is_made_and_shown_once(office: Office) -> None:
    client = office.client(Role.ADMIN)
    status, page = sent(client, "/accounts/add", name="张一", role="支部", unit=BRANCH, confidential="true")
    assert status == 200
    assert entered(office, "张一", secret(page))
    assert secret(page) not in client.get("/accounts").text
    assert office.service.accounts.account("张一").confidential


def test_an_account_is_added_with_a_password_that_was_typed(office: Office) -> None:
    _, page = sent(office.client(Role.ADMIN), "/accounts/add", name="王二", role="党委", unit=BRANCH, password=STRONG)
    assert 'id="secret"' not in page
    assert entered(office, "王二", STRONG)
    assert office.service.accounts.account("王二").unit is None


def test_what_does_not_fit_of_a_new_account_is_told(office: Office) -> None:
    client = office.client(Role.ADMIN)
    assert "要属于一个单位" in sent(client, "/accounts/add", name="张一", role="支部")[1]
    assert "不能作账号的名字" in sent(client, "/accounts/add", name="../x", role="只读")[1]
    assert "已经有账号" in sent(client, "/accounts/add", name="管理员", role="只读")[1]
    assert len(office.service.accounts.list()) == 1


def test_whoever_is_logged_in_by_a_changed_account_must_log_in_again(office: Office) -> None:
    client, other = office.client(Role.ADMIN), office.client(Role.BRANCH, BRANCH)
    assert other.get("/bulletin").status_code == 200
    status, _ = sent(client, "/accounts/change", name=f"支部{BRANCH}", role="只读", unit="")
    assert status == 303
    assert other.get("/bulletin").status_code == 303
    changed = office.service.accounts.account(f"支部{BRANCH}")
    assert (changed.role, changed.unit) == (Role.READER, None)


def test_a_closed_account_lets_nobody_in_until_it_is_opened_again(office: Office) -> None:
    client, other = office.client(Role.ADMIN), office.client(Role.READER)
    sent(client, "/accounts/disable", name="只读")
    assert other.get("/bulletin").status_code == 303
    assert not entered(office, "只读", SECRET)
    sent(client, "/accounts/disable", name="只读", disabled="false")
    assert entered(office, "只读", SECRET)


def test_the_last_administrator_stays(office: Office) -> None:
    client = office.client(Role.ADMIN)
    for path, more in (
        ("/accounts/disable", {}),
        ("/accounts/remove", {}),
        ("/accounts/change", {"role": "只读"}),
    ):
        status, page = sent(client, path, name="管理员", **more)
        assert status == 422
        assert "最后一个可用的管理员" in page
    assert office.service.accounts.account("管理员").role is Role.ADMIN


def test_a_password_is_reset_and_sessions_end(office: Office) -> None:
    client, other = office.client(Role.ADMIN), office.client(Role.READER)
    _, page = sent(client, "/accounts/password", name="只读")
    assert entered(office, "只读", secret(page))
    assert other.get("/bulletin").status_code == 303


def test_a_token_is_shown_once_works_and_is_revoked(office: Office) -> None:
    client = office.client(Role.ADMIN)
    office.account(Role.READER)
    _, page = sent(client, "/accounts/token", name="只读", scopes=["read"], days="30", label="OA")
    text, issued = secret(page), office.service.accounts.tokens("只读")[0]
    program = TestClient(office.application, str(client.base_url), headers={"authorization": f"Bearer {text}"})
    assert program.get("/bulletin").status_code == 200
    assert text not in client.get("/accounts/one", params={"name": "只读"}).text
    sent(client, "/accounts/revoke", name="只读", token=issued.id)
    assert program.get("/bulletin").status_code == 401


@pytest.mark.parametrize("more", [{"days": "0"}, {"days": "9999999999"}, {"scopes": ["write"]}, {"scopes": []}])
def test_a_token_that_would_do_more_or_live_too_long_is_refused(
    office: Office, more: dict[str, str | list[str]]
) -> None:
    client = office.client(Role.ADMIN)
    office.account(Role.READER)
    fields: dict[str, str | list[str]] = {"scopes": ["read"], "days": "30", "label": "OA", **more}
    assert sent(client, "/accounts/token", name="只读", **fields)[0] == 422
    assert office.service.accounts.tokens("只读") == ()


def test_somebody_changes_the_own_password_and_stays_logged_in_here_alone(office: Office) -> None:
    here, elsewhere = office.client(Role.READER), office.client(Role.READER)
    status, _ = sent(here, "/account/password", old=SECRET, password=STRONG, again=STRONG)
    assert status == 303
    assert entered(office, "只读", STRONG)
    assert here.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303


def test_the_own_password_is_changed_by_those_alone_who_know_it(office: Office) -> None:
    client = office.client(Role.READER)
    status, page = sent(client, "/account/password", old="falsch-falsch", password=STRONG, again=STRONG)
    assert (status, "原来的密码不对" in page) == (422, True)
    assert "不一样" in sent(client, "/account/password", old=SECRET, password=STRONG, again=OTHER_STRONG)[1]
    assert entered(office, "只读", SECRET)


def test_guessing_the_own_password_must_wait_like_logging_in(office: Office) -> None:
    client = office.client(Role.READER)
    fields = {"password": STRONG, "again": STRONG}
    asked = (client.post("/account/password", data={"old": f"x{n}", **fields}, headers=csrf(client)) for n in range(12))
    refused = next(answer for answer in asked if answer.status_code == 429)
    assert int(refused.headers["retry-after"]) > 0


def test_somebody_has_tokens_of_their_own_and_touches_no_others(office: Office) -> None:
    client = office.client(Role.READER)
    office.account(Role.COMMITTEE)
    now = office.service.now()
    office.service.accounts.issue_token("党委", [Scope.READ], now.replace(year=2021), "", at=now)
    foreign = office.service.accounts.tokens("党委")[0]
    _, page = sent(client, "/account/token", scopes=["read"], days="30", label="我的")
    assert secret(page).startswith("docgen_")
    assert sent(client, "/account/revoke", token=foreign.id)[0] == 404
    assert office.service.accounts.tokens("党委") == (foreign,)
    own = office.service.accounts.tokens("只读")[0]
    assert sent(client, "/account/revoke", token=own.id)[0] == 303
    assert office.service.accounts.tokens("只读") == ()


def test_a_token_reaches_no_account(office: Office) -> None:
    program = office.program(Role.ADMIN)
    assert program.get("/accounts").status_code == 403
    assert program.get("/account").status_code == 404
    assert program.post("/account/token", data={"scopes": "read", "days": "1"}).status_code == 404


def test_only_an_administrator_sees_and_changes_accounts(office: Office) -> None:
    for client in (office.client(Role.COMMITTEE), office.client(Role.BRANCH, BRANCH), office.client(Role.READER)):
        assert client.get("/accounts").status_code == 403
        assert client.get("/accounts/one", params={"name": "管理员"}).status_code == 403
        for path in ("add", "change", "disable", "password", "remove", "token", "revoke", "first"):
            fields = {"name": "管理员", "role": "只读", "token": "x"}
            assert sent(client, f"/accounts/{path}", **fields)[0] == 403


def test_without_accounts_there_is_no_own_one(office: Office) -> None:
    assert office.local().get("/account").status_code == 404
