# SPDX-License-Identifier: MIT
"""The subject matter: the workshop, its rules and its file. Knows neither Qt nor ReportLab."""
