"""Which scene becomes which file."""

from __future__ import annotations

from collections.abc import Callable

from tools.illustrations.paper import Picture
from tools.illustrations.scenes import (
    boat_summer,
    campaigns,
    dark_evening,
    flood_nights,
    lantern_kitchen,
    letters_to_shangping,
    little_wardens,
    night_bus,
    night_lights,
    on_the_way,
    portraits,
    repair_corner,
    river_patrol,
    seven_floors,
    spring_clinic,
    stall_of_twenty,
    tactile_tour,
    time_passbook,
    two_centimetres,
    village_portraits,
    winter_choir,
)

PICTURES: dict[str, Callable[[float], Picture]] = {
    "stories/2026/night-bus/terminus.jpg": night_bus.terminus,
    "stories/2026/night-bus/thermos.jpg": night_bus.thermos_and_cup,
    "stories/2026/spring-clinic/camphor-tree.jpg": spring_clinic.camphor_tree,
    "stories/2026/spring-clinic/blood-pressure.jpg": spring_clinic.blood_pressure,
    "stories/2026/lantern-kitchen/kitchen.jpg": lantern_kitchen.kitchen,
    "stories/2026/lantern-kitchen/bowl.jpg": lantern_kitchen.bowl_of_rice_balls,
    "stories/2026/little-wardens/sorting.jpg": little_wardens.sorting,
    "stories/2026/little-wardens/bottle.jpg": little_wardens.bottle,
    "stories/2025/tactile-tour/bronze.jpg": tactile_tour.bronze,
    "stories/2025/tactile-tour/hands.jpg": tactile_tour.hands,
    "stories/2025/winter-choir/snow.jpg": winter_choir.snow,
    "stories/2025/winter-choir/songbook.jpg": winter_choir.songbook,
    "stories/2025/river-patrol/embankment.jpg": river_patrol.embankment,
    "stories/2025/river-patrol/lifebuoy.jpg": river_patrol.lifebuoy_on_rail,
    "stories/2025/repair-corner/bench.jpg": repair_corner.bench,
    "stories/2025/repair-corner/umbrella.jpg": repair_corner.umbrella_on_bench,
    "stories/2025/two-centimetres/threshold.jpg": two_centimetres.threshold,
    "stories/2025/on-the-way/board.jpg": on_the_way.board_and_boot,
    "stories/2025/boat-summer/pontoon.jpg": boat_summer.pontoon,
    "stories/2025/letters-to-shangping/measured.jpg": letters_to_shangping.measured,
    "stories/2025/village-portraits/school-yard.jpg": village_portraits.school_yard,
    "stories/2025/dark-evening/ditch.jpg": dark_evening.ditch,
    "stories/2025/stall-of-twenty/stall.jpg": stall_of_twenty.stall,
    "stories/2025/flood-nights/gymnasium.jpg": flood_nights.gymnasium,
    "stories/2025/time-passbook/canteen.jpg": time_passbook.canteen,
    "stories/2025/seven-floors/cutaway.jpg": seven_floors.cutaway,
    "content/profiles/zhou-shulan/portrait.jpg": portraits.zhou_shulan,
    "content/profiles/lin-family/portrait.jpg": portraits.lin_family,
    "content/profiles/yueguang-team/portrait.jpg": portraits.yueguang_team,
    "content/profiles/fan-shoucheng/portrait.jpg": portraits.fan_shoucheng,
    "content/campaigns/lei-feng-month-2026/banner.jpg": campaigns.lei_feng_month,
    "content/campaigns/volunteer-day-2025/banner.jpg": campaigns.volunteer_day,
    "content/features/night-lights/cover.jpg": night_lights.cover,
}
"""Path below the project folder, and the function that draws it at a given scale."""
