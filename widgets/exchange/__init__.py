# SPDX-License-Identifier: MIT
"""Files of other programs, in and out."""
