"""The rules of SARIF 2.1.0 for what our reports use: names, shapes and values as its sections say."""

from __future__ import annotations

from typing import Any

import jsonschema


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "required": required.split(), "properties": properties}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


_TEXT = {"type": "string", "minLength": 1}
_POSITIVE = {"type": "integer", "minimum": 1}
_BAG = {"type": "object"}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_URI = {"type": "string", "pattern": r"^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*$"}
_MESSAGE = _object("text", text=_TEXT)
_ARTIFACT = _object("", uri=_URI, uriBaseId=_TEXT, description=_MESSAGE)
_PLACE = _object(
    "artifactLocation",
    artifactLocation=_ARTIFACT,
    region=_object("startLine", startLine=_POSITIVE, startColumn=_POSITIVE),
)
_NAME = _object("name", name=_TEXT, fullyQualifiedName=_TEXT)
_LOCATION = _object(
    "",
    id={"type": "integer", "minimum": 0},
    physicalLocation=_PLACE,
    logicalLocations=_list(_NAME),
    message=_MESSAGE,
    properties=_BAG,
)
_RESULT = _object(
    "ruleId ruleIndex message locations partialFingerprints",
    ruleId=_TEXT, ruleIndex={"type": "integer", "minimum": 0}, kind={"const": "fail"}, level=_LEVEL, message=_MESSAGE,
    locations={**_list(_LOCATION), "minItems": 1}, relatedLocations=_list(_LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string", "pattern": "^[0-9a-f]{64}$"}}, properties=_BAG,
)  # fmt: skip
_RULE = _object("id shortDescription fullDescription", id=_TEXT, shortDescription=_MESSAGE, fullDescription=_MESSAGE)
_NOTIFICATION = _object(
    "message", descriptor=_object("id", id=_TEXT), level=_LEVEL, message=_MESSAGE, locations=_list(_LOCATION)
)
_INVOCATION = _object(
    "executionSuccessful", executionSuccessful={"type": "boolean"}, toolExecutionNotifications=_list(_NOTIFICATION)
)
_DRIVER = _object("name", name=_TEXT, version=_TEXT, rules={**_list(_RULE), "uniqueItems": True})
_RUN = _object(
    "tool results", tool=_object("driver", driver=_DRIVER), results=_list(_RESULT), invocations=_list(_INVOCATION),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]}, properties=_BAG,
    originalUriBaseIds={"type": "object", "additionalProperties": _ARTIFACT},
)  # fmt: skip
_LOG = _object("version runs", version={"const": "2.1.0"}, runs=_list(_RUN), **{"$schema": _URI})

SARIF = jsonschema.Draft202012Validator(_LOG)
