# SPDX-License-Identifier: MIT
"""What a year yields by the rules of a program: earned, owed or neither, to the cent."""
