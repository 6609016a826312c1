"""What share pictures cost: the first drawing of a card for every story, by the jobs and the cache of a real build."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from generator.model.settings import Settings
from generator.pipeline.typeface_search import find_typeface
from generator.pipeline.workers import default_jobs, make_executor
from generator.publish.jobs import JobCache
from generator.render.covers import landscape
from generator.render.share_pictures import ShareCard, share_job

from .city import CATEGORIES
from .corpus import SETTINGS
from .stories import story


def measure(size: int) -> str:
    """Draw the cards of ``size`` stories and say in a line what it took."""
    settings = Settings.model_validate({**SETTINGS, "share_pictures": True})
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        face = find_typeface(root, settings)
        cards = []
        for number in range(size):
            head = story(number).head
            kicker = CATEGORIES[head.categories[0]]
            cards.append(ShareCard(landscape(head.categories[0], head.title), kicker, head.title, settings.site_name))
        jobs = [share_job(card, face, root, "card") for card in cards]
        cache = JobCache(root / "jobs")
        workers = default_jobs()
        started, busy = time.perf_counter(), _processor_seconds()
        with make_executor(workers) as executor:
            failures = list(cache.run(jobs, executor, lambda *_: None))
        seconds, busy = time.perf_counter() - started, _processor_seconds() - busy
        sizes = [(cache.place(job) / output).stat().st_size for job in jobs for output in job.outputs]
    assert not failures
    set_in = face.path.name if face else "no typeface, covers alone"
    return (
        f"{size} share pictures ({set_in}): {seconds:.1f} s with {workers} processes, "
        f"{seconds / size * 1000:.1f} s for 1,000, {busy / size * 1000:.1f} ms of a processor each; "
        f"{sum(sizes) / len(sizes) / 1024:.0f} KB each"
    )


def _processor_seconds() -> float:
    """Of this process and its finished children."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system
