"""The record of a draft as a page that anybody can read, and as JSON for other programs."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from bot.record import Asked, Happened, Record, Version
from bot.wording import counted, spelled

_STYLE = Path(__file__).with_name("record.css").read_text(encoding="utf-8")
_SEALED = (
    "Every row holds the hash of the one before it, and all of them fit, as do the texts."
    " Rows missing at the end do not show: compare the last hash with one noted earlier."
)
_BROKEN = "The hashes do not fit: a row or a text was changed after it was written."
_DECIDED = "decided"


def as_json(record: Record) -> str:
    """The record as JSON, an object with ``"schema": 1``; times are ISO 8601 in UTC."""
    return record.model_dump_json(by_alias=True, indent=1) + "\n"


def as_html(record: Record) -> str:
    """The record as one page of HTML that needs nothing else: no script, no address."""
    return "\n".join(_page(record)) + "\n"


def _page(record: Record) -> Iterator[str]:
    name = escape(record.draft.slug.replace("-", " ").capitalize())
    yield "<!doctype html>"
    yield f'<html lang="en"><head><meta charset="utf-8"><title>Record: {name}</title>'
    yield f"<style>\n{_STYLE}</style></head><body>"
    yield f"<h1>{name}</h1>"
    yield from _facts(record)
    yield "<h2>What was asked, and what was decided</h2>"
    yield from _flags(record)
    yield "<h2>What happened</h2>"
    yield from _rows(record)
    yield "<h2>The text of each version</h2>"
    for version in record.versions:
        yield from _text(version, record)
    yield "</body></html>"


def _facts(record: Record) -> Iterator[str]:
    draft = record.draft
    facts = {
        "Draft": f"{draft.id}, {draft.slug}",
        "Writer": draft.writer.name,
        "State": draft.state.value,
        "Closed by": draft.closed_by.name if draft.closed_by else "",
        "With": draft.second.name if draft.second else "",
        "Because": draft.closed_why,
        "Versions": str(len(record.versions)),
        "Flags": str(len(record.flags)),
        "Seal": _SEALED if record.sealed else _BROKEN,
        "Last hash": record.rows[-1].hash if record.rows else "",
    }
    yield "<dl>"
    for term, fact in facts.items():
        if fact:
            yield f"<dt>{term}</dt><dd>{escape(fact)}</dd>"
    yield "</dl>"


def _flags(record: Record) -> Iterator[str]:
    if not record.flags:
        yield "<p>Nothing was asked.</p>"
    decided: dict[int, list[Happened]] = {}
    for row in record.rows:
        if row.kind == _DECIDED:
            decided.setdefault(row.body["number"], []).append(row)
    for flag in record.flags:
        yield f'<section id="flag-{flag.number}"><h3>{flag.number} · {escape(flag.title)}</h3>'
        yield f"<p>{escape(flag.level)} · <code>{escape(flag.rule)}</code> · {_where(flag)}</p>"
        if flag.quote:
            yield f"<blockquote>{escape(flag.quote)}</blockquote>"
        rows = decided.get(flag.number, [])
        if rows:
            yield "<ul>" + "".join(f"<li>{_decision(row)}</li>" for row in rows) + "</ul>"
        else:
            yield "<p>Nobody decided on it.</p>"
        yield "</section>"


def _where(flag: Asked) -> str:
    if flag.first == flag.last:
        return f"in version {flag.first}"
    return f"in versions {flag.first} to {flag.last}"


def _decision(row: Happened) -> str:
    by = escape(row.by.name) or "Copychief"
    why = f": “{escape(row.body['reason'])}”" if row.body.get("reason") else ""
    alone = ", as the only person on the desk" if row.body.get("right") == "alone" else ""
    return f"<b>{escape(row.body['outcome'])}</b> by {by}{alone}, {_moment(row.at)}{why}"


def _rows(record: Record) -> Iterator[str]:
    yield "<table><tr><th>Row</th><th>When (UTC)</th><th>Who</th><th>What</th><th>Hash</th></tr>"
    for row in record.rows:
        cells = (
            str(row.n),
            _moment(row.at),
            escape(row.by.name) or "Copychief",
            _told(row),
            f'<code title="{row.hash}">{row.hash[:12]}</code>',
        )
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</table>"


def _told(row: Happened) -> str:
    body: Mapping[str, Any] = row.body
    match row.kind:
        case "decided":
            return f"flag {body['number']}: {_decided(body)}"
        case "read":
            asked = [flag["number"] for flag in body["flags"]]
            said = f"{counted(len(asked), 'flag')}: {spelled(asked)}" if asked else "no flag"
            stopped = body.get("stopped")
            late = f"; stopped, for it took too long: {escape(_fact(stopped))}" if stopped else ""
            return f"read version {body['version']}; {said}{late}"
        case "handed in":
            file = f", “{escape(str(body['file']))}”" if body.get("file") else ""
            return f"handed in version {body['version']}{file}"
        case _:
            facts = [f"{escape(key)} {escape(_fact(value))}" for key, value in body.items()]
            return "; ".join([escape(row.kind), *facts])


def _decided(body: Mapping[str, Any]) -> str:
    why = f" (“{escape(body['reason'])}”)" if body.get("reason") else ""
    return f"{escape(body['outcome'])}{why}"


def _fact(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return str(value)


def _text(version: Version, record: Record) -> Iterator[str]:
    yield f"<details><summary>Version {version.version}, {_moment(version.handed_in)},"
    yield f" {counted(version.words, 'word')}</summary>"
    yield f"<p>sha256 <code>{version.sha256}</code></p>"
    yield f"<pre>{_marked(version, record)}</pre></details>"


def _marked(version: Version, record: Record) -> str:
    """The text with each flag that was last seen in it marked by its number."""
    here = sorted(
        (flag for flag in record.flags if flag.last == version.version),
        key=lambda flag: (flag.start, -flag.end),
    )
    done, parts = 0, []
    for flag in here:
        if flag.start >= done and flag.end > flag.start:
            number = f"<sup>{flag.number}</sup>"
            words = escape(version.text[flag.start : flag.end])
            parts += [escape(version.text[done : flag.start]), f"<mark>{words}{number}</mark>"]
            done = flag.end
    return "".join(parts) + escape(version.text[done:])


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}"
