# SPDX-License-Identifier: MIT
"""Concord's door: opens the window, or runs one headless command."""
