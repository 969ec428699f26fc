# SPDX-License-Identifier: MIT
"""What the room sees, and what the facilitator does for the room at any step."""
