"""Finds hosts that answer 200 to foreign pages as well, but with a notice in the picture's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress

from postlint.engine.remote.asking import Ask, Asker
from postlint.engine.remote.gates import Gates, OutOfRequests
from postlint.engine.remote.judge import SMALL
from postlint.engine.remote.tasks import all_at_once
from postlint.values.dataclass import replace
from postlint.values.request import Outcome, Response, Verdict

# comparing every small picture would double the requests; a host that swaps does so for all of them
_SAMPLES = 5
# unless it was seen to treat some addresses in ways of their own
_MOST_SAMPLES = 40


async def compare_all(outcomes: dict[Ask, Outcome], gates: Gates, asker: Asker) -> None:
    """Ask once more for some pictures, and keep what their hosts were found to do."""
    known = dict(outcomes)

    async def one(ask: Ask) -> None:
        with suppress(OutOfRequests):
            outcomes[ask] = await _compare(ask, outcomes[ask], asker)

    first = list(_suspects(known, gates))
    await all_at_once([one(ask) for ask in first])
    swapped = [ask for ask in first if outcomes[ask].verdict is Verdict.BROKEN]
    if swapped:
        await all_at_once([one(ask) for ask in _companions(known, swapped)])


def _suspects(answers: Mapping[Ask, Outcome], gates: Gates) -> Iterator[Ask]:
    """Yield the pictures that are compared with what comes without a Referer.

    One of all that are the same: a notice is one picture for many addresses. It may also lie elsewhere.
    """
    by_host: defaultdict[str, list[list[Ask]]] = defaultdict(list)
    for (host, _), asks in _alike(answers).items():
        by_host[host].append(asks)
    for host, groups in by_host.items():
        has_copies = any(len(asks) > 1 for asks in groups)
        most = _MOST_SAMPLES if gates.host(host).is_odd or has_copies else _SAMPLES
        groups.sort(key=lambda asks: (len(asks) > 1, _is_led_on(answers[asks[0]])), reverse=True)
        yield from (asks[0] for asks in groups[:most])


def _companions(answers: Mapping[Ask, Outcome], swapped: Iterable[Ask]) -> Iterator[Ask]:
    """Yield the pictures that came as those which turned out to be swapped; `answers` are from before that."""
    alike = _alike(answers)
    for ask in swapped:
        yield from alike[ask.target.host, _digest(answers[ask])][1:_MOST_SAMPLES]


def _alike(answers: Mapping[Ask, Outcome]) -> Mapping[tuple[str, str], list[Ask]]:
    """Return the small pictures by host and bytes, in an order that no answer's speed has a part in."""
    small = (
        ask
        for ask, answer in answers.items()
        if isinstance(answer, Response) and answer.digest and ask.referer and _is_small_picture(answer)
    )
    found: defaultdict[tuple[str, str], list[Ask]] = defaultdict(list)
    for ask in sorted(small):
        found[ask.target.host, _digest(answers[ask])].append(ask)
    return found


async def _compare(ask: Ask, answer: Outcome, asker: Asker) -> Outcome:
    """Return the answer, as hotlink-protected if without a Referer there is another, steady picture."""
    without = await asker.ask_once(ask, sends_referer=False)
    if _digest(without) in ("", _digest(answer)) or without.verdict is not Verdict.GOOD:
        return answer
    # a picture that is another one each time (a counter, a badge) tells nothing
    again = await asker.ask_once(ask, sends_referer=True)
    if _digest(again) != _digest(answer) or not isinstance(answer, Response):
        return answer
    detail = "shows another picture to pages of other sites"
    return replace(answer, verdict=Verdict.BROKEN, reason="hotlink_protected", detail=detail)


def _is_small_picture(answer: Response) -> bool:
    return answer.verdict is Verdict.GOOD and (answer.size or 0) < SMALL


def _is_led_on(answer: Outcome) -> bool:
    return bool(answer.redirects)


def _digest(answer: Outcome) -> str:
    return answer.digest if isinstance(answer, Response) else ""
