# SPDX-License-Identifier: MIT
"""Stage 5: what each gives and gains, who does and decides what, how it is shared, how to leave."""
