# SPDX-License-Identifier: MIT
"""What is said of a PDF: where it is, and which characters it shows as numbers."""

from typing import TYPE_CHECKING

from workshop.why import counted

if TYPE_CHECKING:
    from exports.pdf.edition import PdfReport

MOST_NAMED = 8


def lacking_words(report: "PdfReport") -> str:
    """Name the characters that are printed as their number, and where they first occur."""
    from exports.pdf.text import printable

    lacking = [f"{each.named} in {printable(each.where)}" for each in report.warnings]
    return (
        "The font lacks these characters; they are printed as their number: "
        + "; ".join(lacking[:MOST_NAMED])
        + (" …" if len(lacking) > MOST_NAMED else "")
    )


def saved_words(what: str, report: "PdfReport") -> str:
    """Say where a PDF is, and how many characters of it are printed as their number."""
    lacking = len(report.warnings)
    more = f" {counted(lacking, 'character is', 'characters are')} printed as a number."
    pages = counted(report.pages, "page")
    return f"{what} has {pages} and is in {report.path}." + (more if lacking else "")
