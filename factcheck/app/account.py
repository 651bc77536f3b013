"""How the verdict on one claim of a project came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.app.checker import Checker
    from factcheck.domain.audit import Account
    from factcheck.domain.claim import Claim


def account_of(claim: Claim, checker: Checker) -> Account:
    """Every step from the sentence to its verdict; if it does not pass, the smallest change that makes it pass."""
    from factcheck.audits.account import account_for  # noqa: PLC0415  (start-up cost)

    return account_for(claim, checker.weigh(claim), checker.check)
