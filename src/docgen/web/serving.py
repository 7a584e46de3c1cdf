"""Takes a service, serves it until it is told to stop."""

from __future__ import annotations

import uvicorn

from docgen.errors import UsageError
from docgen.web.application import create_application
from docgen.web.service import Service

# How long requests under way may still take when the service is told to stop.
GRACE = 10


def serve(service: Service) -> None:
    """Serve until the process is told to stop; raise UsageError where it would be open to all without accounts."""
    options = service.options
    if not options.is_local and not service.accounts.exists:
        raise UsageError("serve-open", {"value": options.host})
    uvicorn.run(
        create_application(service),
        host=options.host,
        port=options.port,
        root_path=options.root_path,
        proxy_headers=bool(options.proxies),
        forwarded_allow_ips=",".join(options.proxies) or None,
        server_header=False,
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=None,
    )
