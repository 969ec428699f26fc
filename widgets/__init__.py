# SPDX-License-Identifier: MIT
"""Everything Qt: what the facilitator touches and what the room sees."""

from widgets.late_signatures import import_qt

import_qt()  # before anything else of Qt is

from widgets.overrides import keep_errors_whole  # noqa: E402  # it stands on Qt

keep_errors_whole()  # before the first class of ours
