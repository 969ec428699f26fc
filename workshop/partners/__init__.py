# SPDX-License-Identifier: MIT
"""Stage 4: who has it, and could we live together?"""
