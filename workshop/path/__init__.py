# SPDX-License-Identifier: MIT
"""The path of the day: stages, their steps, the facilitator's scripts and when a step is done."""
