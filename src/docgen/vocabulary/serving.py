"""Takes nothing, gives what the command `serve` says: its help, and where the pages are."""

from __future__ import annotations

SERVE_HELP = """把工作区做成网页和接口，供浏览器和 OA 系统使用。

没有账号时只供本机使用；要让别的电脑访问，先用 docgen user add 建立账号，再用 --host 0.0.0.0。
记录仍是工作区里的文件；每次修改都记在 .docgen/journal 里，可以恢复。按 Ctrl-C 结束。"""
HOST_OPTION = "监听的地址；0.0.0.0 是本机的所有地址。"
PORT_OPTION = "监听的端口。"
ROOT_PATH_OPTION = "代理把服务放在哪个路径之下，如 /docgen。"
PROXY_OPTION = "可信代理的地址；只认它转来的客户地址和 https。可写多个。"
ALLOW_HOST_OPTION = "对外的主机名，如 docgen.example.cn；写了以后只应答这些名字。可写多个。"
JOBS_OPTION = "导出时用几个进程。"


def serving(address: str, root: str) -> str:
    """Say where the pages are, and how to end."""
    return f"{address}  工作区 {root}。按 Ctrl-C 结束。"


def open_to_this_machine() -> str:
    """Say that there are no accounts, and what follows from that."""
    return "还没有账号：只供本机使用，谁用这台电脑都是管理员。要给别人用，先运行 docgen user add。"


def ended() -> str:
    """Say that the service has ended."""
    return "服务已结束。"
