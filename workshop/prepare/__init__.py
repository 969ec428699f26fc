# SPDX-License-Identifier: MIT
"""Stage 1: who is in the room, and what must the day achieve?"""
