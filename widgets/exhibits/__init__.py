# SPDX-License-Identifier: MIT
"""Exhibits on the screen: the one Qt renderer of drawings, and the widget that shows them."""
