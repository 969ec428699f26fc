# SPDX-License-Identifier: MIT
"""The table that every list of records is edited in."""
