# SPDX-License-Identifier: MIT
"""Everything Qt: what the facilitator touches and what the room sees."""

from widgets.overrides import keep_errors_whole

keep_errors_whole()
