"""Takes nothing, gives the words for accounts: the commands that keep them, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.vocabulary.words import Words

USER_HELP = """管理网页和接口的账号：新增、停用、改密码、发令牌。

账号记在工作区的 accounts.json，密码只存 Argon2 散列值。第一个账号须是管理员。"""
USER_ADD_HELP = """新增账号。密码在终端上输入两次，不显示。

NAME 是登录名，可用姓名或拼音。角色：管理员（全部）、党委（看全部、出简报和年终材料）、支部（写一个单位）、只读。"""
USER_LIST_HELP = "列出账号：角色、单位、是否停用。"
USER_CHANGE_HELP = "改账号的角色、单位；没写的不变。改后须重新登录。"
USER_PASSWORD_HELP = "重设账号的密码；已登录的须重新登录。"
USER_DISABLE_HELP = "停用账号：不能登录，令牌失效，随时可以恢复。"
USER_ENABLE_HELP = "恢复停用的账号。"
USER_REMOVE_HELP = """删除账号和它的令牌，不能恢复。

人调走了，最好停用而不删除：名字不会被别人重用，历史里看得清是谁。"""
TOKEN_HELP = "管理接口令牌：供其他程序以某个账号调用接口。"
TOKEN_ADD_HELP = """发一个令牌。令牌只显示这一次，请立即存好。

令牌能做的事不超过账号本身。管理账号不能用令牌。"""
TOKEN_LIST_HELP = "列出令牌：账号、用途、权限、到期日。不显示令牌本身。"
TOKEN_REVOKE_HELP = "吊销令牌，立即失效。写 docgen user token list 列出的 ID 或用途。"

ROLE_OPTION = "角色：管理员、党委、支部、只读。"
USER_UNIT_OPTION = "单位的简称。支部必须写；只读不写时看全部。"
CLEARED_OPTION = "可看、可写本单位的谈话等保密记录；只用于支部。"
CLEARED_OR_NOT_OPTION = "可否看、写本单位的谈话等保密记录；只用于支部。"
PASSWORD_STDIN_OPTION = "从标准输入读密码，供脚本用。"
ALL_UNITS_OPTION = "不再限于一个单位；只用于只读。"
SCOPE_OPTION = "read 查看和生成，confidential 保密记录，write 写记录，publish 简报和导出，admin 模板和历史；可写多次。"
DAYS_OPTION = "多少天后到期，最多 366；默认 90。"
LABEL_OPTION = "用途，例如 OA 系统。"

ACTIONS: Mapping[str, str] = {
    "read": "查看",
    "read-confidential": "查看保密记录",
    "write": "填写、修改记录",
    "render": "生成材料",
    "publish": "发布简报、导出全部单位",
    "templates": "更换模板",
    "accounts": "管理账号",
    "audit": "查看修改历史",
}
"""What each action is called when somebody may not do it."""

ASK_PASSWORD_AGAIN = "再输入一次"
ACCOUNT_COLUMNS = ("账号", "角色", "单位", "保密记录", "状态", "最近改动")
TOKEN_COLUMNS = ("ID", "账号", "用途", "权限", "到期", "状态")
ENABLED, DISABLED, VALID, EXPIRED = "可用", "停用", "有效", "已到期"
ALL_UNITS, CLEARED, NOT_CLEARED = "全部", "可看", "—"
NO_ACCOUNTS = "还没有账号。先建管理员：docgen user add 名字 --role 管理员"
NO_TOKENS = "还没有令牌。"


def ask_password(limit: int) -> str:
    """Ask for a new password, and say what it needs."""
    return f"密码（至少 {limit} 个字符，输入时不显示）"


def unit_unknown(unit: str) -> str:
    """Say that an account belongs to no unit that there is."""
    return f"{unit}（没有这个单位）"


def added(name: str, role: str) -> str:
    """Say that there is an account more."""
    return f"已新增账号 {name}（{role}）。"


def changed(name: str, role: str, unit: str) -> str:
    """Say what an account is now."""
    return f"已改：{name} 现在是{role}" + (f"（{unit}）" if unit else "") + "。"


def password_set(name: str, tokens: int) -> str:
    """Say that a password is another one, and what it does not end."""
    rest = f"\n它的 {tokens} 个令牌不受影响；不放心的，用 docgen user token revoke 吊销。" if tokens else ""
    return f"已改 {name} 的密码；已登录的须重新登录。{rest}"


def disabled(name: str) -> str:
    """Say that nobody gets in by an account."""
    return f"已停用 {name}；它的令牌同时失效。"


def enabled(name: str) -> str:
    """Say that an account can be used again."""
    return f"已恢复 {name}。"


def removed(name: str, tokens: int) -> str:
    """Say what is gone."""
    return f"已删除账号 {name}" + (f"和它的 {tokens} 个令牌" if tokens else "") + "。"


def token_issued(expires: str) -> str:
    """Say what to do with a token that is shown for the only time."""
    return f"{expires} 到期。令牌只显示这一次，请立即存好；丢了就吊销，另发一个。"


def revoked(id: str, name: str) -> str:
    """Say that a token is void."""
    return f"已吊销 {name} 的令牌 {id}。"


def days_wrong(value: str) -> str:
    """Say that a text is no number of days."""
    return f"“{value}”不是天数；写 1 到 366 的整数。"


_RESTORE = "请从备份恢复这个文件。为防有人乘虚而入，docgen 不把损坏的文件当作没有账号；确要重来，请先把它改名移走。"

ACCOUNT_WORDS: dict[str, Words] = {
    "accounts-unreadable": Words(
        "{value} 读不出来：{reason}。", "请检查文件的所有者和权限；docgen 要用同一个系统用户运行。"
    ),
    "accounts-link": Words("{value} 是一个链接，不能用。", "请把文件本身放在工作区里。"),
    "accounts-broken": Words("{value} 已损坏，第 {line} 行读不懂。", _RESTORE),
    "accounts-misshapen": Words("{value} 已损坏：“{key}”不对。", _RESTORE),
    "accounts-newer": Words("{value} 是较新版本的 docgen 写的（第 {version} 版）。", "请升级 docgen。"),
    "accounts-busy": Words("另一个程序正在改 {value}，等了 10 秒还没有改完。", "请稍后再试。"),
    "account-unknown": Words(
        "没有账号“{value}”。", "是不是：{near}？", ("请看账号列表（命令行：docgen user list）。",)
    ),
    "account-exists": Words("已经有账号“{value}”。", "请另取一个名字；要换密码的，重设它的密码。"),
    "account-name": Words(
        "“{value}”不能作账号的名字。", "用汉字、字母、数字，中间可以有 . - _ @，不超过 {limit} 个字；不能叫“本机”。"
    ),
    "account-unit-needed": Words("{role}账号“{value}”要属于一个单位。", "请写明单位（命令行：--unit 一支部）。"),
    "account-unit-unfit": Words("{role}账号“{value}”管全部单位，不能限于一个。", "去掉单位，或改为支部、只读。"),
    "account-clearance-unfit": Words(
        "{role}账号“{value}”不能单独开放保密记录。", "管理员本来就可看；党委和只读不可看；支部才可以逐个开放。"
    ),
    "account-role-needed": Words("没有说明账号“{value}”的角色。", "用 --role 指明：管理员、党委、支部或只读。"),
    "account-change-needed": Words("没有说明改什么。", "写 --role、--unit、--all-units 或 --confidential。"),
    "admin-first": Words("还没有可用的管理员。", "请先建管理员，写 --role 管理员。"),
    "admin-last": Words("这是最后一个可用的管理员，不能删除、停用或改为别的角色。", "先让另一个账号做管理员，再来。"),
    "password-short": Words("密码太短，至少 {limit} 个字符。", "可以把几个互不相干的拼音或单词连起来，夹几个数字。"),
    "password-long": Words("密码太长，最多 {limit} 个字符。", "请缩短一些。"),
    "password-monotonous": Words(
        "密码太容易猜到：只有不到 {limit} 种字符。", "可以把几个互不相干的拼音或单词连起来，夹几个数字。"
    ),
    "password-obvious": Words(
        "密码太容易猜到：除了账号名、常用词、年份和连续的键，没剩下什么。",
        "可以把几个互不相干的拼音或单词连起来，夹几个数字。",
    ),
    "password-mismatch": Words("两次输入的密码不一样。", "请再来一次。"),
    "password-needed": Words("没有终端可以输入密码。", "脚本里加 --password-stdin，从标准输入给出。"),
    "password-lines": Words("标准输入里不止一行，或不是文字，不知道哪个是密码。", "只给一行，用 UTF-8 编码。"),
    "password-wrong": Words("原来的密码不对。", "请重新输入；忘了的，请管理员重设。"),
    "password-same": Words("新密码和原来的一样。", "请另想一个。"),
    "token-ambiguous": Words("用途是“{value}”的令牌不止一个。", "请写它的 ID：{near}。"),
    "token-unknown": Words("没有 ID 或用途是“{value}”的令牌。", "请看令牌列表（命令行：docgen user token list）。"),
    "token-scope-needed": Words("没有说明令牌能做什么。", "至少写一项（命令行：--scope read）。"),
    "token-scope-unfit": Words("账号“{name}”是{role}，令牌不能有 {value} 权限。", "令牌能做的事不超过账号本身。"),
    "token-days": Words("令牌的期限不对。", "从 1 天到 {limit} 天。"),
    "token-label": Words("令牌的用途“{value}”太长，或有不能显示的字符。", "写一行，不超过 {limit} 个字。"),
}
