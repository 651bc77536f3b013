"""Joins the parts: from settings to a checker that is ready to use. The only place that picks implementations."""

from factcheck.adapters.project import CLAIM_SUFFIXES, find_root, holds_claims_only
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
from factcheck.app.reports import REPORTS, fault_record, report_schema_text, report_targets, write_reports
from factcheck.app.sentences import analyse_sentence, check_sentence
from factcheck.settings import Settings, read_settings

__all__ = [
    "CLAIM_SUFFIXES",
    "REPORTS",
    "Checker",
    "Settings",
    "analyse_sentence",
    "check_sentence",
    "claim_schema_text",
    "clock_today",
    "configured_claim_files",
    "corpus_notes",
    "corpus_problems",
    "corpus_record",
    "fault_record",
    "find_claim",
    "find_root",
    "holds_claims_only",
    "lacks_table",
    "open_checker",
    "open_corpus",
    "parse_claims",
    "problems_by_file",
    "project_table",
    "read_settings",
    "report_schema_text",
    "report_targets",
    "search",
    "source_slice",
    "versions",
    "write_reports",
    "write_starter",
]
