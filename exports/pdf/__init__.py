# SPDX-License-Identifier: MIT
"""PDF editions: what was agreed, set on pages that a person or a screen reader can read."""
