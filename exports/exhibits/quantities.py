# SPDX-License-Identifier: MIT
"""Quantities and dates as exhibits write them; counts and lists come from `workshop.why`."""

from datetime import date


def figure(value: float | None, unit: str = "") -> str:
    """Give a number with thousands set apart and its unit: “12,000 lives”, “18.5%”; or “–”."""
    if value is None:
        return "–"
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text + (unit if unit == "%" else f" {unit}" if unit else "")


def month(day: date | None) -> str:
    """Give the month of a date: “Dec 2028”; or “–”."""
    return f"{day:%b %Y}" if day else "–"


def first_upper(text: str) -> str:
    """Give a text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]
