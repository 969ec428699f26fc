# SPDX-License-Identifier: MIT
"""What comes in from spreadsheets and graph files, and what is wrong with it, cell by cell."""
