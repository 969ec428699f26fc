# SPDX-License-Identifier: MIT
"""Pages of this stage of the path."""
