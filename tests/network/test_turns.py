"""Turns: many hosts at once, one request at a time for each, none before its pause is over."""

import threading
from functools import partial

import pytest

from newshouse.turns import Answered, Ready, Turns
from tests.network.test_fetching import FakeTime


def test_a_host_has_its_turn_when_its_pause_is_over_and_nobody_sleeps_longer() -> None:
    fake = FakeTime()
    with Turns[str, int](fake.clock) as turns:
        turns.wait("late", 5.0)
        turns.wait("early", 2.0)
        assert turns.next() == Ready("early")
        assert fake.seconds == 2.0
        assert turns.next() == Ready("late")
        assert fake.seconds == 5.0
        assert turns.next() is None


def test_hosts_that_are_ready_are_asked_at_the_same_time() -> None:
    everybody = threading.Barrier(8, timeout=10)
    with Turns[int, int](FakeTime().clock, threads=8) as turns:
        for host in range(8):
            turns.ask(host, everybody.wait)
        found = [turns.next() for _ in range(8)]
        assert turns.next() is None
    assert {one.host for one in found if isinstance(one, Answered)} == set(range(8))


def test_a_host_waits_while_no_thread_is_free() -> None:
    with Turns[str, str](FakeTime().clock, threads=1) as turns:
        turns.wait("second", 0.0)
        turns.ask("first", lambda: "done")
        assert turns.next() == Answered("first", "done", 0.0)
        assert turns.next() == Ready("second")


def test_what_goes_wrong_while_asking_is_raised_to_the_one_who_waits() -> None:
    with Turns[str, object](FakeTime().clock) as turns:
        turns.ask("host", partial(int, "no number"))
        with pytest.raises(ValueError, match="no number"):
            turns.next()
