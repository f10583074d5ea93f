"""Finds hosts that answer 200 to foreign pages as well, but with a notice in the picture's place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from postlint.engine.remote.asking import Ask, Asker
from postlint.engine.remote.gates import Gates
from postlint.engine.remote.judge import SMALL
from postlint.values.dataclass import replace
from postlint.values.request import Outcome, Response, Verdict

# comparing every small picture would double the requests; a host that swaps does so for all of them
_SAMPLES = 3
# unless it was seen to treat some addresses in ways of their own
_MOST_SAMPLES = 40


def suspects(answers: Mapping[Ask, Outcome], gates: Gates) -> Iterator[Ask]:
    """Yield the pictures that are compared with what comes without a Referer, in the order of `answers`."""
    by_host: defaultdict[str, list[Ask]] = defaultdict(list)
    copies: Counter[tuple[str, str]] = Counter()
    for ask, answer in answers.items():
        if ask.referer and isinstance(answer, Response) and _is_small_picture(answer):
            by_host[ask.target.host].append(ask)
            copies[ask.target.host, answer.digest] += 1
    for host, asks in by_host.items():
        same = [ask for ask in asks if copies[host, _digest(answers[ask])] > 1]
        single = [ask for ask in asks if copies[host, _digest(answers[ask])] == 1]
        most = _MOST_SAMPLES if gates.host(host).is_odd or same else _SAMPLES
        # a notice is one picture for many addresses, and looks like none of the pictures around it
        yield from (*same[: most // 2], *single[: most - most // 2])


async def compare(ask: Ask, answer: Outcome, asker: Asker) -> Outcome:
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
    return answer.verdict is Verdict.GOOD and bool(answer.digest) and (answer.size or 0) < SMALL


def _digest(answer: Outcome) -> str:
    return answer.digest if isinstance(answer, Response) else ""
