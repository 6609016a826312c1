"""What an office keeps in tables has its sheets and columns."""

from __future__ import annotations

from generator.tables.sheets import all_tables


def test_teams_and_pairings_go_out_with_stations() -> None:
    stations = all_tables()["stations"]
    assert ("paired_with",) in {column.path for column in stations.columns}
    assert "结对单位" in {column.title for column in stations.columns}
    (teams,) = (details for details in stations.details if details.field == ("teams",))
    assert teams.title == "志愿服务站·志愿服务队"
    assert {"名称", "人数"} <= {column.title for column in teams.columns}


def test_all_that_the_office_names_has_a_table() -> None:
    assert {"stations", "communities", "streets", "organisations", "honours", "activities"} <= set(all_tables())
