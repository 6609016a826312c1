"""Coverage of communities by working stations."""

from __future__ import annotations

from builders import City

from generator.derive.coverage import Share


def test_urban_communities_and_villages_are_counted_apart() -> None:
    data = (
        City()
        .community("000001001001", "滨河社区")
        .community("000001001002", "堤北社区")
        .community("000001002201", "山前村", street="shanqian", area="rural")
        .community("000009009009", "别处社区", street="nowhere")
        .station("one", community="000001001001")
        .station("two", community="000001001001")
        .station("asleep", community="000001001002", status="suspended")
        .station("village", community="000001002201", area="rural", street="shanqian", district="wangshan")
        .data()
    )
    coverage = data.coverage
    assert coverage is not None
    assert (coverage.city.urban, coverage.city.rural) == (Share(1, 3), Share(1, 1))
    assert [(place.id, place.urban, place.rural) for place in coverage.districts] == [
        ("qinghe", Share(1, 2), Share(0, 0)),
        ("wangshan", Share(0, 0), Share(1, 1)),
    ]
    assert [place.id for place in coverage.streets] == ["binhe", "shanqian"]
    assert [community.name for community in coverage.missing] == ["堤北社区", "别处社区"]
    assert coverage.missing_villages == ()


def test_stations_that_are_not_public_do_not_count() -> None:
    city = City().community("000001001001", "滨河社区").station("one", community="000001001001")
    shown, hidden = city.data().coverage, city.data(hidden=("one",)).coverage
    assert shown is not None
    assert hidden is not None
    assert (shown.city.urban.percent, hidden.city.urban.percent) == (100, 0)


def test_per_cent_is_rounded_down() -> None:
    assert Share(199, 200).percent == 99
    assert Share(0, 0).percent == 0
