"""Links that open 高德, 百度 and 腾讯 maps at a place, each with its own reference system and order of axes."""

from __future__ import annotations

import re
from urllib.parse import quote

from generator.model.coordinates import in_crs
from generator.model.entries import Coordinates, Crs

from .views import MapLink

_RESERVED = re.compile("[;|:]")
"""What 腾讯's marker syntax uses itself."""


def map_links(place: Coordinates, name: str, address: str, source: str) -> list[MapLink]:
    """One link for each map app. ``source`` names this site to them; a metre is the fifth decimal.

    https://lbs.amap.com/api/uri-api, https://lbsyun.baidu.com/faq/api?title=webapi/uri,
    https://lbs.qq.com/webApi/uriV1/uriGuide/uriWebMarker
    """
    here = in_crs(place, Crs.GCJ02)
    lon, lat = f"{here.lon:.6f}", f"{here.lat:.6f}"
    title, where, site = quote(name, safe=""), quote(address, safe=""), quote(source, safe="")
    plain_title, plain_where = (quote(_RESERVED.sub(" ", text), safe="") for text in (name, address))
    return [
        {
            "name": "高德地图",
            "url": f"https://uri.amap.com/marker?position={lon},{lat}&name={title}&src={site}&coordinate=gaode&callnative=1",
        },
        {
            "name": "百度地图",
            "url": f"https://api.map.baidu.com/marker?location={lat},{lon}&title={title}&content={where}"
            f"&output=html&coord_type=gcj02&src=webapp.{site}.zoujin",
        },
        {
            "name": "腾讯地图",
            "url": f"https://apis.map.qq.com/uri/v1/marker?marker=coord:{lat},{lon};title:{plain_title};addr:{plain_where}"
            f"&coord_type=2&referer={site}",
        },
    ]
