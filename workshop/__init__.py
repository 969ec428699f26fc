# SPDX-License-Identifier: MIT
"""The subject matter: the workshop, its rules and its file. Knows neither Qt nor ReportLab."""

import os

# numpy's matrix library starts a thread for each core, and they wait for each other: laying out
# 1,283 nodes took 1.7 s with two threads and 0.3 s with one. It reads this once, when imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
