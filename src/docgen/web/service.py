"""Takes a workspace's folder and options, gives the service: everything that a request may ask for, in one place."""

from __future__ import annotations

import secrets
from datetime import date, datetime
from pathlib import Path

from docgen.accounts import Accounts
from docgen.confinement import Confinement
from docgen.editing import Editor
from docgen.stationery.receiving import WARM
from docgen.web.identity.sessions import Sessions
from docgen.web.jobs.queue import Jobs
from docgen.web.library import Library
from docgen.web.measures import Measures
from docgen.web.options import Options
from docgen.web.press import Press
from docgen.web.state.store import Store
from docgen.workspace.receiving import WARM as PICTURE_WARM


class Service:
    """One workspace as a service; its methods for the day and the moment are its only clock."""

    def __init__(self, root: Path, options: Options) -> None:
        self.root = root.resolve()
        self.options = options
        self.library = Library(self.root)
        self.accounts = Accounts(self.root)
        self.editor = Editor(self.root)
        self.store = Store(self.root)
        self.sessions = Sessions(self.store)
        self.measures = Measures(self.store)
        self.press = Press(self.root, options.bounds, self.measures)
        self.confinement = Confinement(warm=(*WARM, *PICTURE_WARM))
        self.jobs = Jobs(self.root, self.store, options.jobs, self.now)
        self.local_csrf = secrets.token_urlsafe(24)

    def today(self) -> date:
        """Return the day on which things are judged and papers are dated."""
        return self.now().date()

    def now(self) -> datetime:
        """Return the moment, in the time of this machine."""
        return datetime.now().astimezone()

    def start(self) -> None:
        """Finish what a crash interrupted, and begin with the exports that wait."""
        self.editor.recover()
        self.jobs.start()

    def close(self) -> None:
        """End the work under way and close the files."""
        self.jobs.close()
        self.press.close()
        self.confinement.close()
        self.store.close()
