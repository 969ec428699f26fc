# SPDX-License-Identifier: MIT
"""What leaves the app: exhibits, PDF editions, spreadsheets and graph files. Knows no Qt."""

import os

# ReportLab's checks of every attribute of every shape are meant for development and take half of
# the time a drawing takes; the tests ask for them. It is read when ReportLab is first imported.
os.environ.setdefault("RL_shapeChecking", "0")
