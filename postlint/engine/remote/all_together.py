"""What only all answers together can tell."""

from __future__ import annotations

from postlint.engine.remote.asking import Ask
from postlint.engine.remote.judge import as_stand_in
from postlint.engine.remote.stand_in import shared_ends
from postlint.values.dataclass import replace
from postlint.values.request import NetworkError, NetworkFault, Outcome, Response, Verdict


def settle(outcomes: dict[Ask, Outcome]) -> None:
    """Put other outcomes in the place of those that stand in another light beside the rest."""
    answers = [(a, o) for a, o in outcomes.items() if isinstance(o, Response) and o.verdict is Verdict.GOOD]
    if any(answer.redirects for _, answer in answers):
        ends = shared_ends((str(ask.target), answer) for ask, answer in answers)
        for ask, answer in answers:
            if answer.url in ends and answer.redirects and ask.purpose == "image":
                outcomes[ask] = as_stand_in(answer)
    # a name that is not found "for now" is lost if the network is there at all
    if any(isinstance(outcome, Response) for outcome in outcomes.values()):
        for ask, outcome in outcomes.items():
            if isinstance(outcome, NetworkError) and outcome.kind is NetworkFault.DNS:
                outcomes[ask] = replace(outcome, verdict=Verdict.BROKEN)
