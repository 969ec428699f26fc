# SPDX-License-Identifier: MIT
"""What the room does at any stage: it agrees, objects, decides, promises actions and parks topics."""
