# SPDX-License-Identifier: MIT
"""Everything Qt: what the facilitator touches and what the room sees."""
