from __future__ import annotations

from typing import Any, cast

from postlint import Site, SiteRecord, Span
from postlint_dates.rules.inconsistent_date_format import InconsistentDateFormat

SITE = cast("Site", None)


def record(number: int, style: str, raw: str) -> SiteRecord:
    return SiteRecord("DT011", f"posts/{number}.md", Span(10, 20), [style, raw])


def rule(**options: Any) -> InconsistentDateFormat:
    made = InconsistentDateFormat.options_type(options)
    return InconsistentDateFormat(made)  # type: ignore[arg-type]  # the option set of this very rule


def test_the_few_that_differ_are_reported() -> None:
    records = [record(number, "portable", "2021-10-10") for number in range(9)]
    records.append(record(9, "slashes", "2021/10/10"))
    found = list(rule().check_site(records, SITE))
    assert [(report.path, report.report.span) for report in found] == [("posts/9.md", Span(10, 20))]
    assert "9 other posts: 2021-10-10 04:35:37" in found[0].report.message


def test_no_form_is_common() -> None:
    records = [record(number, "portable" if number % 2 else "slashes", "x") for number in range(20)]
    assert list(rule().check_site(records, SITE)) == []


def test_too_few_posts() -> None:
    records = [record(number, "portable", "x") for number in range(6)] + [record(7, "slashes", "y")]
    assert list(rule().check_site(records, SITE)) == []
    assert len(list(rule(min_posts=5).check_site(records, SITE))) == 1


def test_a_site_of_one_form() -> None:
    records = [record(number, "slashes", "x") for number in range(20)]
    assert list(rule().check_site(records, SITE)) == []
