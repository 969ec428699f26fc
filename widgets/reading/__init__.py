# SPDX-License-Identifier: MIT
"""What a screen reader finds in the window and what it is told, beyond what Qt does by itself."""
