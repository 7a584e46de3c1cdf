"""Takes an address, gives the workspace's pages and API there until it is told to stop."""

from __future__ import annotations

import os

import click

from docgen.cli.call import Call, pass_call
from docgen.cli.grammar import Command, each
from docgen.cli.lines import shown
from docgen.vocabulary import serving as said

HOST, PORT = "127.0.0.1", 8765


@click.command("serve", cls=Command, help=said.SERVE_HELP)
@click.option("--host", metavar="H", default=HOST, help=said.HOST_OPTION)
@click.option("--port", metavar="P", type=click.IntRange(1, 65535), default=PORT, help=said.PORT_OPTION)
@click.option("--root-path", metavar="PATH", default="", help=said.ROOT_PATH_OPTION)
@click.option("--proxy", "proxies", metavar="A", multiple=True, callback=each, help=said.PROXY_OPTION)
@click.option("--allow-host", "hosts", metavar="NAME", multiple=True, callback=each, help=said.ALLOW_HOST_OPTION)
@click.option("--jobs", metavar="N", type=click.IntRange(1), default=os.cpu_count() or 1, help=said.JOBS_OPTION)
@pass_call
def serve(
    call: Call,
    *,
    host: str,
    port: int,
    root_path: str,
    proxies: tuple[str, ...],
    hosts: tuple[str, ...],
    jobs: int,
) -> int:
    """Serve until interrupted: that is how it ends, and no failure."""
    from docgen.web.options import Options
    from docgen.web.service import Service
    from docgen.web.serving import serve as serve_pages

    root = call.workspace.root
    options = Options(host, port, f"/{root_path.strip('/')}" if root_path.strip("/") else "", proxies, hosts, jobs)
    service = Service(root, options)
    if options.is_local and not service.accounts.exists:
        click.echo(said.open_to_this_machine())
    serve_pages(service, lambda address: click.echo(said.serving(address, shown(root))))
    click.echo(said.ended())
    return 0
