# SPDX-License-Identifier: MIT
"""What leaves the app: exhibits, PDF editions, spreadsheets and graph files. Knows no Qt."""
