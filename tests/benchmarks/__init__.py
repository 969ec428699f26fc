# SPDX-License-Identifier: MIT
"""What is measured against a peer, both sides interleaved in one run."""
