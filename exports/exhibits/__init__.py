# SPDX-License-Identifier: MIT
"""Charts and pictures made from the workshop, drawn once for window, room and paper."""
