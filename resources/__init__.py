# SPDX-License-Identifier: MIT
"""Fonts, icons, theme, templates and samples, and where they lie."""
