# SPDX-License-Identifier: MIT
"""What a facilitator adds to a template stands after what the template brought."""

import pytest

from workshop import edits
from workshop.ids import new_id
from workshop.interchange.templates import from_template, templates
from workshop.prepare.records import GroundRule, Organization


@pytest.mark.parametrize("key", [template.key for template in templates()])
def test_new_records_come_after_those_of_the_template(key: str) -> None:
    rule = GroundRule(id=new_id(), text="Phones stay in the bag")
    organization = Organization(id=new_id(), name="Northlight")
    workshop = edits.add(from_template(key), rule, organization)
    assert workshop.all(GroundRule)[-1] == rule
    assert workshop.all(Organization)[-1] == organization
