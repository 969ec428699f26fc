# SPDX-License-Identifier: MIT
"""Help, the shortcut sheet, and what Concord is made of."""
