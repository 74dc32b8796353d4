"""A folder of data of one's own, so small that it compiles in two seconds."""

from pathlib import Path

import pytest

_ACTOR = "{{id: {0}, name: {1}, official_name: {1}, kind: state, iso3: null, cow: null, gw: null, wikidata: null, \
exists: [], cow_spells: [], succeeds: [], aliases: [], note: null}}"

_TREATY = """\
id: aland-bland-2000
title: Treaty of Aland and Bland
short_title: Aland-Bland
kind: treaty
wikidata: null
atop_id: null
depositary: null
signed: {date: 2000-01-01, place: null}
supersedes: []
superseded_by: []
entered_into_force: 2000-02-01
ended: null
renewal: null
parties:
  - {party: AAA, from: 2000-02-01, to: null}
  - {party: BBB, from: 2000-02-01, to: null}
lifecycle: []
articles:
  - number: "1"
    summary: Each defends the other.
    quote: null
    obligations:
      - {type: defense, mutual: true, owed_by: parties, owed_to: parties, trigger: attack, trigger_kind: armed-attack,
         response: war, response_kind: mandatory-military, conditions: [], territorial_scope: null}
cases: []
sources: {}
verified: true
doubts: []
"""


@pytest.fixture
def own_data(tmp_path: Path) -> Path:
    """Two invented states with a treaty."""
    folder = tmp_path / "mine"
    folder.joinpath("treaties").mkdir(parents=True)
    folder.joinpath("dataset.yaml").write_text(
        "name: Two states\nversion: 2020.01.01\ndate: 2020-01-01\nlicence: CC0-1.0\ncovers: nothing\n"
    )
    folder.joinpath("actors.yaml").write_text(f"- {_ACTOR.format('AAA', 'Aland')}\n- {_ACTOR.format('BBB', 'Bland')}\n")
    folder.joinpath("treaties", "aland-bland-2000.yaml").write_text(_TREATY)
    return folder
