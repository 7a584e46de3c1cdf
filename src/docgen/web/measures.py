"""Takes what the service does, gives the figures of it that a monitor collects, in Prometheus' format."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from docgen.export import Outcome
from docgen.vocabulary.api import JOBS_METRIC, PAPERS_METRIC, REQUESTS_METRIC, SECONDS_METRIC
from docgen.web.state.store import Store

NO_ROUTE, API, STATIC = "none", "/api/v1", "/static"
# From a list out of memory to a pdf of many pages.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 120.0)
JOBS = "SELECT state, count(*) AS many FROM job GROUP BY state"


class Measures:
    """The figures of one service; a process may have several services, so they share no registry."""

    def __init__(self, store: Store) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_Jobs(store))
        self._requests = Counter(
            "docgen_requests", REQUESTS_METRIC, ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "docgen_request_seconds", SECONDS_METRIC, ("route",), registry=self._registry, buckets=BUCKETS
        )
        self._papers = Counter("docgen_papers", PAPERS_METRIC, ("kind", "format", "status"), registry=self._registry)

    def asked(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that was answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def made(self, outcomes: Iterable[Outcome]) -> None:
        """Count papers that were made, or could not be."""
        for each in outcomes:
            self._papers.labels(each.kind, each.format.value, each.status.value).inc()

    def text(self) -> bytes:
        """Return the figures as a monitor reads them."""
        return generate_latest(self._registry)


class _Jobs(Collector):
    """How many jobs there are in each state, counted when somebody asks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def describe(self) -> Iterator[GaugeMetricFamily]:
        yield GaugeMetricFamily("docgen_jobs", JOBS_METRIC, labels=["state"])

    def collect(self) -> Iterator[GaugeMetricFamily]:
        jobs = GaugeMetricFamily("docgen_jobs", JOBS_METRIC, labels=["state"])
        for row in self._store.rows(JOBS):
            jobs.add_metric([row["state"]], row["many"])
        yield jobs


class Measured:
    """Counts each request by its route, never by its address: ids and names of people are no labels."""

    def __init__(self, app: ASGIApp, measures: Measures) -> None:
        self.app = app
        self._measures = measures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, and count it when it is answered."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            self._measures.asked(scope["method"], _route_of(scope), status, time.perf_counter() - begun)


def _route_of(scope: Scope) -> str:
    """Return the route of a request: its own path below the API's or the site's."""
    path: str = scope["path"].removeprefix(scope.get("root_path", ""))
    if path.startswith(STATIC):
        return STATIC
    route: str = getattr(scope.get("route"), "path", NO_ROUTE)
    return f"{API}{route}" if path.startswith(API) and not route.startswith(API) else route
