"""Strict YAML with positions: the only importer of yaml.

`read` never raises and never hangs, whatever it is given: hostile text becomes a fault like any other.
"""

from factcheck.yamltext.nodes import Broken, Document, Mapping, Node, Scalar, Sequence, YamlFault
from factcheck.yamltext.reader import MAX_BYTES, MAX_DEPTH, MAX_FAULTS, MAX_NODES, read

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_FAULTS",
    "MAX_NODES",
    "Broken",
    "Document",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "YamlFault",
    "read",
]
