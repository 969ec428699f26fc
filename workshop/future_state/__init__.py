# SPDX-License-Identifier: MIT
"""Stage 2: what does success look like, in enough detail to recognize it?"""
