"""YAML text as plain data, with the line on which every value stands, so that a complaint can say where.

Reads the part of YAML that data needs: mappings with text keys, lists, and scalars. `true`, `false`, `null` and numbers mean what they
mean in YAML 1.2, so that the country code `NO` stays text. Anchors, aliases, tags and repeated keys are refused.
"""

import re
from dataclasses import dataclass, field

import yaml

Where = tuple[str | int, ...]  # the keys and list positions that lead to a value

_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
_NUMBER_LENGTH = 18  # what is longer is text: no setting is so large, and Python refuses numbers of thousands of digits
_PLAIN_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong on which line, and how to mend it."""

    line: int  # counted from 1
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a YAML text says; where `problems` is not empty, `data` holds what could be read nevertheless."""

    data: object = None
    lines: dict[Where, int] = field(default_factory=dict)  # a mapping's value stands where its key stands
    problems: tuple[Problem, ...] = ()

    def line_of(self, where: Where) -> int:
        """The line of the value at `where`, or of the nearest value around it that there is."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


def read_yaml(content: bytes) -> Reading:
    """Never raises: whatever is wrong with the text is among the problems."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Reading(problems=(Problem(line=line, what="not UTF-8 text. Save the file as UTF-8."),))
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        what = f"the character U+{ord(text[error.position]):04X} is not allowed. Delete it."
        return Reading(problems=(Problem(line=line, what=what),))
    except yaml.MarkedYAMLError as error:
        return Reading(problems=(_syntax_problem(error, text),))
    except RecursionError:
        return Reading(problems=(Problem(line=1, what="nested too deeply. A source file needs three levels."),))
    if root is None:
        return Reading(problems=(Problem(line=1, what="the file is empty. Write the keys of a source into it."),))
    return _Reader().read(root)


def _syntax_problem(error: yaml.MarkedYAMLError, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    index, line = (mark.index, mark.line + 1) if mark else (0, 1)
    if text[index : index + 1] == "\t":
        return Problem(line=line, what="a tab where YAML wants spaces. Indent with spaces.")
    if "single document" in f"{error.context}":
        return Problem(line=line, what="a second document. Write one source per file.")
    cause = ", ".join(part for part in (error.context, error.problem) if part)
    return Problem(line=line, what=f"not YAML: {cause}. Mend the line, or put the value into quotes.")


class _Reader:
    """Walks the nodes of one file; holds what it has gathered so far."""

    def __init__(self) -> None:
        self.lines: dict[Where, int] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def read(self, root: yaml.Node) -> Reading:
        self.lines[()] = _line(root)
        data = self.value(root, ())
        return Reading(data=data, lines=self.lines, problems=tuple(self.problems))

    def value(self, node: yaml.Node, where: Where) -> object:
        if id(node) in self.seen:
            self.problem(node, "anchors and aliases are not read here. Write the value out.")
            return None
        self.seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            self.problem(node, f"the tag {node.tag} is not read here. Delete it.")
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            return [self.item(child, (*where, place)) for place, child in enumerate(node.value)]
        return _scalar(node)

    def item(self, node: yaml.Node, where: Where) -> object:
        self.lines[where] = _line(node)
        return self.value(node, where)

    def mapping(self, node: yaml.MappingNode, where: Where) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.problem(key_node, "a key must be a word.")
                continue
            key = key_node.value
            if key in found:
                first = self.lines[*where, key]
                self.problem(key_node, f'the key "{key}" stands on line {first} already. Delete one of the two.')
                continue
            self.lines[*where, key] = _line(key_node)
            found[key] = self.value(value_node, (*where, key))
        return found

    def problem(self, node: yaml.Node, what: str) -> None:
        self.problems.append(Problem(line=_line(node), what=what))


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _scalar(node: yaml.Node) -> str | bool | int | float | None:
    text = str(node.value)
    if getattr(node, "style", None) is not None:  # quoted or block text
        return text
    if text in {"true", "false"}:
        return text == "true"
    if text in {"", "~", "null"}:
        return None
    if len(text) <= _NUMBER_LENGTH and _NUMBER.fullmatch(text):
        return int(text) if text.lstrip("+-").isdigit() else float(text)
    return text
