# SPDX-License-Identifier: MIT
"""What is said of a PDF: where it is, and which characters it shows otherwise."""

from typing import TYPE_CHECKING

from workshop.why import counted

if TYPE_CHECKING:
    from exports.pdf.edition import PdfReport

MOST_NAMED = 8


def lacking_words(report: "PdfReport") -> str:
    """Name the characters that are printed as something else, and where they first occur."""
    more = " …" if len(report.warnings) > MOST_NAMED else ""
    told = "; ".join(each.sentence for each in report.warnings[:MOST_NAMED])
    return f"The font lacks some characters: {told}{more}"


def saved_words(what: str, report: "PdfReport") -> str:
    """Say where a PDF is, and how many characters are printed as something else."""
    lacking = len(report.warnings)
    is_, it_is = ("is", "it is") if lacking == 1 else ("are", "they are")
    odd = f" {counted(lacking, 'character')} {is_} not in the font; {it_is} printed otherwise."
    pages = counted(report.pages, "page")
    return f"{what} has {pages} and is in {report.path}." + (odd if lacking else "")
