"""Joins the parts: from settings to a checker that is ready to use. The only place that picks implementations."""

from factcheck.adapters.project import CLAIM_SUFFIXES, find_root, holds_claims_only, may_hold_claims
from factcheck.adapters.project import today as clock_today
from factcheck.adapters.starter import lacks_table, project_table, write_starter
from factcheck.app.checker import Checker, versions
from factcheck.app.claims import claim_schema_text, configured_claim_files, find_claim, parse_claims
from factcheck.app.corpora import (
    corpus_notes,
    corpus_problems,
    corpus_record,
    open_checker,
    open_corpus,
    problems_by_file,
    search,
    source_slice,
)
from factcheck.app.filters import IDLE_FILTER, filter_notes
from factcheck.app.indexes import index_faults, index_state, rebuild_index, refresh_index
from factcheck.app.lint import lint
from factcheck.app.lock import (
    gone_entries,
    load_lock,
    lock_record,
    lock_versions,
    open_ledger,
    save_lock,
    seen_as_text,
    seen_from_text,
    standing_of,
    updated,
)
from factcheck.app.locking import check_lock, lock_claims
from factcheck.app.origins import corpus_origins
from factcheck.app.reports import (
    REPORTS,
    annotation_lines,
    fault_record,
    report_schema_text,
    report_targets,
    sources_schema_text,
    wants_summary,
    write_reports,
    write_summary,
)
from factcheck.app.sentences import analyse_sentence, check_sentence
from factcheck.app.signing import review_of, sign_claim
from factcheck.settings import Settings, read_settings

__all__ = [
    "CLAIM_SUFFIXES",
    "IDLE_FILTER",
    "REPORTS",
    "Checker",
    "Settings",
    "analyse_sentence",
    "annotation_lines",
    "check_lock",
    "check_sentence",
    "claim_schema_text",
    "clock_today",
    "configured_claim_files",
    "corpus_notes",
    "corpus_origins",
    "corpus_problems",
    "corpus_record",
    "fault_record",
    "filter_notes",
    "find_claim",
    "find_root",
    "gone_entries",
    "holds_claims_only",
    "index_faults",
    "index_state",
    "lacks_table",
    "lint",
    "load_lock",
    "lock_claims",
    "lock_record",
    "lock_versions",
    "may_hold_claims",
    "open_checker",
    "open_corpus",
    "open_ledger",
    "parse_claims",
    "problems_by_file",
    "project_table",
    "read_settings",
    "rebuild_index",
    "refresh_index",
    "report_schema_text",
    "report_targets",
    "review_of",
    "save_lock",
    "search",
    "seen_as_text",
    "seen_from_text",
    "sign_claim",
    "source_slice",
    "sources_schema_text",
    "standing_of",
    "updated",
    "versions",
    "wants_summary",
    "write_reports",
    "write_starter",
    "write_summary",
]
