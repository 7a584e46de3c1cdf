"""Takes a model and what is known already, gives files for a person to fill: a new workspace, a record, schemas."""

from docgen.drafting.founding import found, open_year
from docgen.drafting.record import Draft, dated, draft_record, kind_called
from docgen.drafting.schemas import schema, write_schemas

__all__ = ["Draft", "dated", "draft_record", "found", "kind_called", "open_year", "schema", "write_schemas"]
