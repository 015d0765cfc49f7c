"""Which stretches of a text are damaged: the cheapest course through two states, sound and damaged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def course(costs: Sequence[tuple[float, float]], switch: float) -> list[bool]:
    """Return for each place whether it lies in a damaged stretch (Viterbi, two states).

    Args:
        costs: For each place, in reading order, what it costs to find it in sound and in damaged text.
        switch: What every change between the two costs. The text begins sound.

    Of courses that cost the same the one with the least damage wins.
    """
    sound, damaged = 0.0, switch
    back: list[tuple[bool, bool]] = []  # for either state: whether it was reached from the damaged one
    for at_sound, at_damaged in costs:
        back.append((damaged + switch < sound, damaged < sound + switch))
        sound, damaged = min(sound, damaged + switch), min(damaged, sound + switch)
        sound, damaged = sound + at_sound, damaged + at_damaged
    state = damaged < sound
    states: list[bool] = []
    for from_sound, from_damaged in reversed(back):
        states.append(state)
        state = from_damaged if state else from_sound
    return states[::-1]


def stretches(states: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the maximal ranges ``[start, end)`` of *states* that are true."""
    start = 0
    for end in range(1, len(states) + 1):
        if end == len(states) or states[end] != states[start]:
            if states[start]:
                yield start, end
            start = end
