# SPDX-License-Identifier: MIT
"""From what a file holds to a document that can be worked with."""

from workshop.document import Document
from workshop.history import History
from workshop.storage.codec import step_from, workshop_from
from workshop.storage.contents import Contents
from workshop.storage.errors import DamagedFile


def document_from(contents: Contents) -> Document:
    """Give the document a file holds; DamagedFile if a record breaks a rule of its own."""
    try:
        history = History(step_from(step) for step in contents.steps)
        return Document(workshop_from(contents.records), history)
    except ValueError as error:
        raise DamagedFile(f"What the file holds cannot be read: {error}.") from None
