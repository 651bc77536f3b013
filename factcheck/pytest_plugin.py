"""Verdict to pytest outcome: collects claim files, runs claims, prints the table, writes reports.

Imported by every pytest run of an environment that has the package, so it imports next to nothing by itself.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, cast

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    from factcheck.app import Checker, Settings
    from factcheck.app.lock import Ledger
    from factcheck.domain.claim import Claim
    from factcheck.domain.lock import LockUse
    from factcheck.errors import FactcheckError
    from factcheck.reports.gate import Gate
    from factcheck.reports.record import ClaimLine
    from factcheck.reports.run_record import ProblemRecord

_INI = {
    "corpus": ("string", "folder of sources (default: corpus)"),
    "claims": ("linelist", "folders of claim files (default: claims)"),
    "readers": ("linelist", "third-party readers that act beside ours"),
    "matchers": ("linelist", "third-party matchers that compare beside ours"),
    "reports": ("linelist", "third-party report formats that can be asked for beside ours"),
    "min_origins": ("int", "independent origins that a claim needs (default: 1)"),
    "tolerance": ("string", 'what "about" allows, such as 10% or 50 (default: a band that goes by the hedge)'),
    "sources": ("linelist", "which sources count, such as tier:primary or !tag:opinion (default: all)"),
    "severity": ("string", "what a failing claim does: error, warn or info (default: error)"),
    "model": ("string", "who reads wording: auto, off, a name or the path of a model folder (default: auto)"),
}
_KINDS = {"string": "a text", "linelist": "a list of texts", "int": "a whole number from 1 up"}
_LOOKS_FINE = {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
_WORDS_OF_MARKS = {
    "and",
    "or",
    "not",
    "True",
    "False",
    "None",
    "tryfirst",
    "trylast",
    "parameterize",
    "parametrise",
    "parameterise",
}


class ClaimFailed(AssertionError):  # noqa: N818  (a result, not an error)
    """A claim that does not hold."""


class _Run:
    """What one pytest process knows about its claims."""

    def __init__(self, config: pytest.Config) -> None:
        from factcheck.reports.findings import Findings

        self.config = config
        self.worker = hasattr(config, "workerinput")
        self.folders_named = _from_controller(config, "factcheck_folders_named", _names_folders(config))
        self.gated = bool(config.getoption("factcheck_gate"))
        self.targets: list[tuple[str, Path]] = []
        self.found = Findings(expected=None if _controls_workers(config) else {})
        self.reported = False
        self._settings: Settings | None = None
        self._today: str | None = None
        self._checker: Checker | None = None
        self._ledger: Ledger | None = None
        self._folders: dict[Path, bool] = {}
        self._marks: dict[str, pytest.MarkDecorator] = {}

    @property
    def settings(self) -> Settings:
        """Options, ini values and `[tool.factcheck]`, read when first needed."""
        if self._settings is None:
            from factcheck.app import read_settings

            config = self.config
            corpus = config.getoption("factcheck_corpus")
            options = {
                "corpus": str(config.invocation_params.dir / corpus) if corpus else None,
                "model": "off" if config.getoption("factcheck_no_model") else None,
                "today": self.today,
            }
            settings = read_settings(config.rootpath, options=options, ini=self._ini())
            self._settings = settings.without_model() if options["model"] else settings
        return self._settings

    def _ini(self) -> dict[str, object]:
        from factcheck.errors import SettingsError

        stated = {}
        for key, (kind, _) in _INI.items():
            try:
                value = self.config.getini(f"factcheck_{key}")
            except (TypeError, ValueError, pytest.UsageError):
                wanted = _KINDS[kind]
                raise SettingsError("S002", f"factcheck_{key} is not {wanted}", mend=f"give {wanted}") from None
            if value is not None:
                stated[key] = value
        return stated

    @property
    def today(self) -> str:
        """One day for the whole run, past midnight and in all workers."""
        if self._today is None:
            from factcheck.app import clock_today

            stated = self.config.getoption("factcheck_today")
            self._today = str(_from_controller(self.config, "factcheck_today", stated) or clock_today())
        return self._today

    @property
    def checker(self) -> Checker:
        """The checker of the project's corpus, its index built when first needed."""
        if self._checker is None:
            from factcheck.app import open_checker

            self._checker = open_checker(self.settings)
        return self._checker

    @property
    def lock_use(self) -> LockUse | None:
        """What was asked to be done with the lock; None checks it if there is one."""
        from factcheck.domain.lock import LockUse

        stated = self.config.getoption("factcheck_lock")
        return LockUse(stated) if stated else None

    def collects(self, session: pytest.Session, path: Path) -> bool:
        """Whether a YAML file is a claim file; other people's YAML is left alone."""
        from factcheck.app import CLAIM_SUFFIXES, may_hold_claims

        if session.isinitpath(path):
            return True
        if not may_hold_claims(path.name):
            return False
        if path.name.lower().endswith(CLAIM_SUFFIXES):
            return True
        folder = path.parent
        if folder not in self._folders:
            self._folders[folder] = self._is_claim_folder(session, folder)
        return self._folders[folder]

    def _is_claim_folder(self, session: pytest.Session, folder: Path) -> bool:
        from factcheck.app import holds_claims_only

        settings = self.settings
        above = (folder, *folder.parents)
        configured = next((claims for claims in settings.claims if claims in above), None)
        if configured and settings.configured:
            return True
        if settings.corpus in above or not self.folders_named:
            return False
        for parent in above:
            if not (configured and parent.is_relative_to(configured)) and not holds_claims_only(parent):
                return False
            if session.isinitpath(parent):
                return True
        return False

    def mark(self, tag: str) -> pytest.MarkDecorator:
        """A registered marker for a tag, so that `-m TAG` works under strict markers too."""
        found = self._marks.get(tag)
        if found is None:
            name = _marker_name(tag, self.config.getini("markers"))
            self.config.addinivalue_line("markers", f"{name}: claims with the tag {tag!r}")
            found = self._marks[tag] = getattr(pytest.mark, name)
        return found

    def prepare(self, items: Sequence[ClaimItem]) -> None:
        """Open the corpus, and look up what is kept on these claims, before the first of them runs.

        Raises:
            FactcheckError: If there is no corpus to check against.
        """
        from factcheck.app import corpus_notes, corpus_problems, corpus_record, filter_notes, open_ledger

        corpus = self.checker.corpus
        kept = self.checker.look_up([item.claim for item in items])
        for item, text in zip(items, kept, strict=True):
            item.kept = text
        self.found.model = self.checker.model_name(item.claim for item in items)
        self.found.corpus = corpus_record(corpus, self.settings)
        self.found.corpus_problems = corpus_problems(corpus)
        self.found.corpus_notes = [*corpus_notes(corpus), *filter_notes(self.checker, [item.claim for item in items])]
        self._ledger = open_ledger(self.settings, corpus, self.lock_use)

    def judge(self, item: ClaimItem) -> ClaimLine:
        """Check a claim and see how it stands beside its verdict."""
        from factcheck.reports.record import claim_line

        said = self.checker.verdict_text(item.claim, kept=item.kept)
        standing = self._ledger.standing(item.claim, said, nodeid=item.nodeid) if self._ledger else None
        line = self.found.results[item.nodeid] = claim_line(item.claim, said, nodeid=item.nodeid, standing=standing)
        if self._ledger and (seen := self._ledger.seen.get(item.nodeid)):
            self.found.seen[item.nodeid] = seen
        return line

    def refuse(self, error: FactcheckError) -> None:
        """Remember a fault of the project itself, so that nothing runs and the reports say why."""
        from factcheck.app import fault_record
        from factcheck.reports.visible import visible_lines

        self.found.refused = visible_lines(str(error))
        self.found.add_fault(fault_record(error))

    def write_kept(self) -> None:
        """Write the verdicts made, before the process may be cut off."""
        if self._checker is not None:
            self._checker.write_kept()

    def finish(self, session: pytest.Session) -> list[str]:
        """Settle the lock, decide the gate and write the reports.

        Returns:
            The lines that end the output.
        """
        from factcheck.app.run import write

        found = self.found
        lines = []
        if found.refused and session.exitstatus != pytest.ExitCode.USAGE_ERROR:
            lines.append(self._refused(session))
        if not found.refused and not self.config.getoption("collectonly"):
            lines += self._settle_lock(session)
        if self.gated:
            found.gate = self._decide(session)
            lines.append(str(found.gate))
            if found.gate.decision != "publish" and session.exitstatus in _LOOKS_FINE:
                session.exitstatus = pytest.ExitCode.TESTS_FAILED
        if self.targets or found.results or found.faults:
            written, whole = write(found, self.targets, today=self.today)
            if not whole and session.exitstatus in _LOOKS_FINE:
                session.exitstatus = pytest.ExitCode.USAGE_ERROR
            lines = [*written, *lines]
        return lines

    def _refused(self, session: pytest.Session) -> str:
        session.exitstatus = pytest.ExitCode.USAGE_ERROR
        return f"ERROR: {self.found.refused}"

    def _settle_lock(self, session: pytest.Session) -> list[str]:
        from factcheck.app import load_lock
        from factcheck.app.run import settle_lock
        from factcheck.errors import FactcheckError

        try:
            lock = self._ledger.lock if self._ledger else load_lock(self.settings, self.lock_use)
            return settle_lock(self.found, self.settings, use=self.lock_use, lock=lock)
        except FactcheckError as error:
            self.refuse(error)
            return [self._refused(session)]

    def _decide(self, session: pytest.Session) -> Gate:
        from factcheck.app.run import decide
        from factcheck.reports.gate import Decision, Gate

        if self.found.refused:
            return Gate(Decision.DO_NOT_PUBLISH, f"the run could not be made: {self.found.refused.splitlines()[0]}")
        succeeded = session.exitstatus == pytest.ExitCode.OK
        return decide(self.found, self.settings, succeeded=succeeded)


_RUN = pytest.StashKey[_Run]()


def _names_folders(config: pytest.Config) -> bool:
    return config.args_source is pytest.Config.ArgsSource.ARGS


def _from_controller(config: pytest.Config, key: str, otherwise: Any) -> Any:
    """A value that xdist's controller knows better than its workers."""
    return getattr(config, "workerinput", {}).get(key, otherwise)


def _marker_name(tag: str, registered: Sequence[str]) -> str:
    """A marker for a tag: the tag itself if `-m` can name it and it is not a marker that does something.

    `skip`, `xfail` and other markers that take arguments would change the outcome of the claim: they, and words of the
    expression language, get the prefix `tag_`. What `-m` cannot read becomes `_`: `2024 vote` is `-m 2024_vote`.
    """
    name = re.sub(r"[^\w.+/\\-]+", "_", tag).strip("_") or "tag"
    acting = {line.partition("(")[0].strip() for line in registered if "(" in line.partition(":")[0]}
    return f"tag_{name}" if name in acting | _WORDS_OF_MARKS else name


def _controls_workers(config: pytest.Config) -> bool:
    return bool(config.getoption("numprocesses", None) or config.getoption("tx", None))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of a run, and the same keys that `[tool.factcheck]` takes as ini values."""
    group = parser.getgroup("factcheck", "checking claims against a corpus of sources")
    group.addoption(
        "--corpus",
        dest="factcheck_corpus",
        metavar="PATH",
        help="folder of sources (default: as configured, else corpus)",
    )
    group.addoption(
        "--factcheck-gate",
        action="store_true",
        help="publication gate: succeed only if every claim of the configured folders ran and passed",
    )
    group.addoption(
        "--factcheck-report",
        action="append",
        default=[],
        metavar="FORMAT=PATH",
        help="write a report, such as html=report.html; formats: json, html, md, csv, claimreview, sarif (repeatable)",
    )
    group.addoption(
        "--factcheck-lock",
        choices=("check", "update", "off"),
        help="hold the claims against factcheck.lock (default where there is one), write the claims that ran into it, or leave it alone",
    )
    group.addoption("--factcheck-no-model", action="store_true", help="never ask a model about wording")
    group.addoption(
        "--factcheck-today", metavar="DATE", help="the day to take for today, as 2024-01-12; the report records it"
    )
    for key, (kind, text) in _INI.items():
        parser.addini(f"factcheck_{key}", text, type=cast("Any", kind), default=None)


def pytest_configure(config: pytest.Config) -> None:
    """Refuse bad options before anything runs."""
    run = config.stash[_RUN] = _Run(config)
    stated = config.getoption("factcheck_report")
    if not run.worker:
        config.pluginmanager.register(_Listener(run), "factcheck.listener")
    lock = config.getoption("factcheck_lock")
    if run.worker or not (stated or lock or run.gated or config.getoption("factcheck_today")):
        return
    from factcheck.app import report_targets
    from factcheck.errors import FactcheckError, SettingsError

    try:
        if run.gated and lock in ("update", "off"):
            what = f"--factcheck-gate and --factcheck-lock {lock} exclude each other: the gate checks the lock, it never writes it"
            mend = (
                "update the lock, read what changed, then run the gate; a project that wants no lock deletes the file"
            )
            raise SettingsError("L008", what, mend=mend)
        further = run.settings.reports
        run.targets = report_targets(stated, config.invocation_params.dir, further=further)
    except FactcheckError as error:
        raise pytest.UsageError(str(error)) from None


@pytest.fixture(scope="session")
def factcheck_checker(pytestconfig: pytest.Config) -> Checker:
    """Checks sentences against the project's corpus: `factcheck_checker.check("...").label`."""
    from factcheck.errors import FactcheckError

    try:
        return pytestconfig.stash[_RUN].checker
    except FactcheckError as error:
        pytest.fail(str(error), pytrace=False)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> ClaimFile | None:
    """Claim files, and no other YAML."""
    if file_path.suffix.lower() not in {".yaml", ".yml"}:
        return None
    from factcheck.errors import FactcheckError

    run = parent.config.stash[_RUN]
    try:
        if run.found.refused or not run.collects(parent.session, file_path):
            return None
    except FactcheckError as error:
        run.refuse(error)
        return None
    return ClaimFile.from_parent(parent, path=file_path)


class ClaimFile(pytest.File):
    """A YAML file of claims."""

    faults: Sequence[ProblemRecord] = ()

    def collect(self) -> Iterator[ClaimItem]:
        """One item for each claim.

        Raises:
            FactcheckError: If the file cannot be read.
            ExceptionGroup: All faults of the file at once.
        """
        from factcheck.app import fault_record, parse_claims

        run = self.config.stash[_RUN]
        run.found.files[run.settings.shown(self.path)] = None
        try:
            claims = parse_claims(self.path, run.settings).claims
        except Exception as error:
            self.faults = [fault_record(fault) for fault in _faults(error)]
            raise
        for claim in claims:
            item = ClaimItem.from_parent(self, name=claim.id, claim=claim)
            for tag in claim.tags:
                item.add_marker(run.mark(tag))
                item.extra_keyword_matches.add(tag)
            if run.found.expected is not None:
                run.found.expected[item.nodeid] = None
            yield item

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> Any:  # type: ignore[override]  # as in pytest.Collector
        """Every fault of the file, without a traceback."""
        from factcheck.reports.visible import visible_lines

        faults = _faults(excinfo.value)
        return visible_lines("\n".join(map(str, faults))) if faults else super().repr_failure(excinfo)


def _faults(error: BaseException) -> list[FactcheckError]:
    from factcheck.errors import FactcheckError

    if isinstance(error, FactcheckError):
        return [error]
    if isinstance(error, ExceptionGroup) and all(isinstance(fault, FactcheckError) for fault in error.exceptions):
        return [fault for fault in error.exceptions if isinstance(fault, FactcheckError)]
    return []


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Send the faults of a claim file along with its report, as plain values."""
    report = yield
    if isinstance(collector, ClaimFile) and collector.faults:
        report.factcheck_faults = list(collector.faults)  # type: ignore[attr-defined]
    return report


class ClaimItem(pytest.Item):
    """One claim."""

    def __init__(self, *, claim: Claim, **kwargs: Any) -> None:
        """Keep the claim."""
        super().__init__(**kwargs)
        self.claim = claim
        self.kept: bytes | None = None

    def runtest(self) -> None:
        """Check the claim and translate the verdict."""
        from factcheck.reports.failure import headline, skip_reason
        from factcheck.reports.junit import properties
        from factcheck.reports.outcome import ClaimOutcome
        from factcheck.reports.standing import does_not_count

        run = self.config.stash[_RUN]
        line = run.judge(self)
        self.user_properties += properties(self.claim.sentence, line)
        if line.outcome is ClaimOutcome.PASSED:
            return
        record = line.record()
        void = does_not_count(record)
        note = f" ({void})" if void else ""
        match line.outcome:
            case ClaimOutcome.SKIPPED:
                raise pytest.skip.Exception(skip_reason(record) + note)
            case ClaimOutcome.WARNED:
                raise pytest.xfail.Exception(headline(record) + note)
            case ClaimOutcome.FAILED:
                raise ClaimFailed(headline(record) + note)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """The claim's own line, 0-based, so that editors jump to it."""
        place = self.claim.location
        return self.path, place.line - 1 if place and place.line else None, self.claim.id

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was asserted, what the sources say and why, without a traceback."""
        if isinstance(excinfo.value, (ClaimFailed, pytest.xfail.Exception)):
            from factcheck.reports.failure import explanation

            return explanation(self.config.stash[_RUN].found.results[self.nodeid].record())
        from factcheck.errors import FactcheckError

        if isinstance(excinfo.value, FactcheckError):
            from factcheck.reports.visible import visible_lines

            return visible_lines(str(excinfo.value))
        return super().repr_failure(excinfo, style)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a skip point at the claim, and send faults and, with the first claim's report, the corpus along."""
    report = yield
    if isinstance(item, ClaimItem) and report.when == "call":
        from factcheck.errors import FactcheckError

        if call.excinfo and isinstance(call.excinfo.value, FactcheckError):
            from factcheck.app import fault_record

            report.factcheck_faults = [fault_record(call.excinfo.value)]  # type: ignore[attr-defined]
        if isinstance(report.longrepr, tuple) and item.claim.location:
            report.longrepr = (str(item.path), item.claim.location.line, report.longrepr[2])
        run = item.config.stash[_RUN]
        found = run.found
        line = found.results.get(item.nodeid)
        if line and line.by_sign_off:
            report.factcheck_signed_off = True  # type: ignore[attr-defined]
        if run.worker and line:
            report.factcheck_record = line.text  # type: ignore[attr-defined]
        if run.worker and (seen := found.seen.get(item.nodeid)):
            from factcheck.app import seen_as_text

            report.factcheck_seen = seen_as_text(seen)  # type: ignore[attr-defined]
        if run.worker and not run.reported:
            run.reported = True
            opened = [found.corpus, found.corpus_problems, found.corpus_notes, found.model]
            report.factcheck_corpus = opened  # type: ignore[attr-defined]
    return report


def pytest_report_teststatus(report: pytest.TestReport | pytest.CollectReport) -> tuple[str, str, str] | None:
    """Say beside PASSED that it was a person who said so."""
    if report.passed and getattr(report, "factcheck_signed_off", False):
        return "passed", ".", "PASSED (signed off)"
    return None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Before the first claim runs: is there a corpus to check against?

    Raises:
        pytest.UsageError: If not. A worker of xdist tells its controller instead, and runs nothing.
    """
    from factcheck.errors import FactcheckError

    run = config.stash[_RUN]
    claims = [item for item in items if isinstance(item, ClaimItem)]
    if claims and not run.found.refused and not config.getoption("collectonly"):
        try:
            run.prepare(claims)
        except FactcheckError as error:
            run.refuse(error)
    if run.found.refused:
        if not run.worker:
            raise pytest.UsageError(run.found.refused)
        items.clear()


class _Listener:
    """What the process that talks to the user hears of the run: its own, or that of its workers."""

    def __init__(self, run: _Run) -> None:
        self.run = run

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note the claim files with faults."""
        for fault in getattr(report, "factcheck_faults", ()):
            self.run.found.add_fault(fault)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the record of each claim that ran in a worker; a serial run has it already. Note what kept a claim from being judged."""
        found = self.run.found
        for fault in getattr(report, "factcheck_faults", ()):
            found.unjudged[json.dumps(fault)] = fault
        if report.when != "call" or report.nodeid in found.results:
            return
        from factcheck.reports.record import line_of

        corpus = getattr(report, "factcheck_corpus", None)
        if corpus:
            found.corpus, found.corpus_problems, found.corpus_notes, found.model = corpus
        if seen := getattr(report, "factcheck_seen", None):
            from factcheck.app import seen_from_text

            found.seen[report.nodeid] = seen_from_text(seen)
        if record := getattr(report, "factcheck_record", None):
            found.results[report.nodeid] = line_of(record)

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell a worker what only the controller knows: one day for all, and what the command line names."""
        node.workerinput["factcheck_today"] = self.run.today
        node.workerinput["factcheck_folders_named"] = self.run.folders_named

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a worker collected."""
        output = getattr(node, "workeroutput", {}).get("factcheck")
        if output:
            self.run.found.expected = (self.run.found.expected or {}) | dict.fromkeys(output["expected"])
            self.run.found.files |= dict.fromkeys(output["files"])
            self.run.found.refused = self.run.found.refused or output["usage_error"]
            self.run.found.faults |= output["faults"]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> Generator[None, object, object]:
    """Write the reports, decide the gate, and let its decision be the last line."""
    run = session.config.stash[_RUN]
    run.write_kept()
    if run.worker:
        session.config.workeroutput["factcheck"] = {  # type: ignore[attr-defined]
            "expected": list(run.found.expected or ()),
            "files": list(run.found.files),
            "usage_error": run.found.refused,
            "faults": run.found.faults,
        }
        return (yield)
    lines = run.finish(session)
    result = yield
    terminal = session.config.pluginmanager.get_plugin("terminalreporter")
    if terminal:
        for line in lines:
            terminal.write_line(line)
    return result


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """The table for the editor."""
    run = config.stash[_RUN]
    lines = run.found.lines()
    _annotate(terminalreporter, run)
    if not lines and not run.found.corpus_problems:
        return
    from factcheck.reports.standing import standing_lines
    from factcheck.reports.table import advice, corpus_lines, silence, summary, worth_showing

    outcomes = [line.outcome for line in lines]
    if terminalreporter.verbosity > -2:
        terminalreporter.write_sep("=", "claims")
        indices = worth_showing(outcomes, every=terminalreporter.verbosity > 0)
        width = config.get_terminal_writer().fullwidth
        shown = [lines[index].record() for index in indices]
        signed_off = sum(line.by_sign_off for line in lines)
        terminalreporter.write_line(summary(shown, outcomes, run.found.corpus, width=width, signed_off=signed_off))
    for line in corpus_lines(run.found.corpus_problems):
        terminalreporter.write_line(line, yellow=True)
    for line in standing_lines(lines, run.found.lock):
        terminalreporter.write_line(line, yellow=True)
    for line in corpus_lines(run.found.corpus_notes):
        terminalreporter.write_line(line)
    if how := advice(lines):
        terminalreporter.write_line(how)
    if loud := silence(outcomes):
        terminalreporter.write_line(loud, yellow=True, bold=True)


def _annotate(terminalreporter: Any, run: _Run) -> None:
    if not run.found.results and not run.found.faults:
        return
    from factcheck.app import annotation_lines

    for line in annotation_lines(
        run.found.lines(), list(run.found.faults.values()), run.config.rootpath, gated=run.gated
    ):
        terminalreporter.write_line(line)
