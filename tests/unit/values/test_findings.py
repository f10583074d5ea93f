import weakref

from postlint.values.diagnostic import Diagnostic
from postlint.values.findings import Findings, PostFindings
from postlint.values.packed_result import tally
from postlint.values.report import Severity
from postlint.values.span import Position, Span


class _Kept(Diagnostic):
    __slots__ = ("__weakref__",)


def _finding(number: int) -> Diagnostic:
    place = Position(number, 1)
    return _Kept(
        code="ABC1",
        name="a-rule",
        severity=Severity.INFO,
        path=f"{number}.md",
        message="it is so",
        location=place,
        end_location=place,
        span=Span(0, 0),
    )


def test_findings_are_not_kept_in_memory() -> None:
    made: list[weakref.ref[Diagnostic]] = []

    def load(number: int) -> list[Diagnostic]:
        found = _finding(number)
        made.append(weakref.ref(found))
        return [found]

    counts = tuple(tally([_finding(0)]).items())
    findings = Findings(PostFindings(f"{number}.md", counts, lambda number=number: load(number)) for number in range(9))  # type: ignore[misc]

    most = 0
    for _ in findings:
        most = max(most, sum(reference() is not None for reference in made))
    assert len(findings) == len(made) == 9
    assert most <= 2
    assert findings[3].path == "3.md"
