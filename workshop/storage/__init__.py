# SPDX-License-Identifier: MIT
"""The workshop file: open, append, seal, migrate, back up, recover."""
