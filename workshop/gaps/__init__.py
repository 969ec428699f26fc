# SPDX-License-Identifier: MIT
"""Stage 3: what does that future need that we do not hold today?"""
