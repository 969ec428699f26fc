# SPDX-License-Identifier: MIT
"""What is measured against a peer, both sides interleaved in one run."""

import workshop  # noqa: F401  # says how many threads numpy may use, before numpy is imported
