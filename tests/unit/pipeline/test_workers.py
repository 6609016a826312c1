"""Where work runs."""

from __future__ import annotations

import time

import pytest

from generator.pipeline.workers import SerialExecutor, can_fork, make_executor


def double(number: int) -> int:
    return 2 * number


def sleep(seconds: float) -> None:
    time.sleep(seconds)


@pytest.mark.parametrize("jobs", [1, 2])
def test_calls_give_their_results(jobs: int) -> None:
    with make_executor(jobs) as executor:
        assert [future.result() for future in [executor.submit(double, n) for n in range(5)]] == [0, 2, 4, 6, 8]
    assert isinstance(make_executor(1), SerialExecutor)


def test_an_error_belongs_to_its_future() -> None:
    future = SerialExecutor().submit(double, None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        future.result()


@pytest.mark.skipif(not can_fork(), reason="forked workers are for Linux")
def test_work_that_has_not_begun_is_dropped_on_an_error() -> None:
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt), make_executor(2) as executor:
        for _ in range(100):
            executor.submit(sleep, 0.1)
        raise KeyboardInterrupt
    assert time.monotonic() - started < 5
