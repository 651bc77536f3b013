"""Source filters in claim files, as pytest shows them."""

from tests.plugin.conftest import Desk


def test_a_filter_that_fits_no_source_is_noted_once(passing: Desk) -> None:
    passing.write(
        "claims/storm.yaml",
        """\
        policy: {sources: ["!publisher:Sample Wyre"]}
        claims:
          - {id: schools, claim: Supported. Forty schools closed.}
          - {id: homes, claim: Supported. Forty homes stood.}
        """,
    )
    result = passing.run("claims")
    result.assert_outcomes(passed=2)
    noted = [line for line in result.outlines if "C240" in line]
    assert len(noted) == 1
    assert noted[0].startswith("corpus: claims/storm.yaml: C240 the filter `!publisher:Sample Wyre` fits no source")
    assert noted[0].endswith("so that it excludes nothing (did you mean `!publisher:Sample Wire`?)")


def test_filters_that_fit_are_not_mentioned(passing: Desk) -> None:
    passing.write("pyproject.toml", '[tool.factcheck]\nsources = ["publisher:Sample*", "!tier:party"]\n')
    assert "C240" not in passing.run("claims").stdout.str()
