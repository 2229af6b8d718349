/** Slack's mrkdwn as nodes. Everything that is not markup stays the text it was. */

import { h, safeAddress } from '/page/dom.js';
import { emoji } from '/page/emoji.js';
import { addressOf, channelOf, groupHandle, groupsOf, here, nameOf } from '/page/state.js';

const SPAN = { '*': 'b', _: 'i', '~': 's' };
const TOKEN = new RegExp([
  '`(?<code>[^`\\n]+)`',
  '<(?<angle>[^<>\\n]+)>',
  '(?<bare>https?://[^\\s<>]+[^\\s<>.,;:!?)\\]\'"’”])',
  ':(?<emoji>[a-z0-9_+-]{1,60}):',
  '(?<![\\p{L}\\p{N}*_~])(?<mark>[*_~])(?=\\S)(?<inner>[^\\n]{1,1000}?)(?<=\\S)\\k<mark>(?![\\p{L}\\p{N}])',
].join('|'), 'gu');

/** Slack escapes three characters on the way; this is the way back. */
export function unescape(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A mention as a chip. */
export function mention(name, mine = false) {
  return h('span', { class: mine ? 'mention mine' : 'mention' }, name);
}

/** A link that leaves the page, or its text where the address is not one to open. */
export function link(url, label) {
  const href = safeAddress(url);
  if (!href) return h('span', {}, label || url);
  const inside = new URL(href).origin === location.origin ? placeIn(href) : null;
  if (inside) return h('a', { href: inside }, label || url);
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, label || url);
}

/** The address in this page of a permalink of ours (/archives/C1/p1700000000000100). */
function placeIn(href) {
  const found = /\/archives\/(\w+)\/p(\d+)(\d{6})/.exec(href);
  const channel = found && channelOf(found[1]);
  if (!channel) return null;
  const root = new URL(href).searchParams.get('thread_ts') ?? `${found[2]}.${found[3]}`;
  return addressOf(channel, root);
}

/** What stands between angle brackets: a mention, a channel, a group, a date or a link; null for anything else. */
function angled(inside) {
  const [target, ...rest] = inside.split('|');
  const label = unescape(rest.join('|'));
  const [, kind, id] = /^([@#])([A-Z0-9]+)$/.exec(target) ?? [];
  if (kind === '@') return mention(`@${nameOf(id)}`, id === here.person);
  if (kind === '#') return mention(`#${label || channelOf(id)?.name || id}`);
  const [, group] = /^!subteam\^([A-Z0-9]+)$/.exec(target) ?? [];
  if (group) return mention(label || groupHandle(group), groupsOf(here.person).includes(label || groupHandle(group)));
  if (/^!(here|channel|everyone|date\^)/.test(target)) return mention(label || `@${target.slice(1)}`);
  return /^(https?:|mailto:)/.test(target) ? link(unescape(target), label) : null;
}

/** The nodes of one run of text. */
function inline(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(TOKEN)) {
    const { code, angle, bare, emoji: name, mark, inner } = found.groups;
    let node = null;
    if (code) node = h('code', {}, unescape(code));
    else if (angle) node = angled(angle);
    else if (bare) node = link(unescape(bare), unescape(bare));
    else if (name) node = emoji(name);
    else if (mark) node = h(SPAN[mark], {}, inline(inner));
    if (!node) continue;
    nodes.push(unescape(text.slice(from, found.index)), node);
    from = found.index + found[0].length;
  }
  nodes.push(unescape(text.slice(from)));
  return nodes.filter((node) => node !== '');
}

/** Lines that are quoted and lines that are not, in turn. */
function paragraphs(text) {
  const runs = [];
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>) ?/.exec(line);
    const last = runs[runs.length - 1];
    const said = quoted ? line.slice(quoted[0].length) : line;
    if (last && last.quoted === Boolean(quoted)) last.lines.push(said);
    else runs.push({ quoted: Boolean(quoted), lines: [said] });
  }
  return runs.flatMap(({ quoted, lines }) => {
    const nodes = inline(lines.join('\n'));
    return quoted ? [h('blockquote', {}, nodes)] : nodes;
  });
}

/** The nodes of a text in mrkdwn. */
export function mrkdwn(text) {
  return text.split('```').flatMap((part, place, parts) => {
    if (place % 2 === 0) return part ? paragraphs(part) : [];
    if (place === parts.length - 1) return paragraphs(`\`\`\`${part}`); // a fence that is never closed
    return [h('pre', {}, unescape(part.replace(/^\n|\n$/g, '')))];
  });
}

/** The nodes of a text object of Block Kit. */
export function textOf(object) {
  if (!object) return [];
  return object.type === 'mrkdwn' ? mrkdwn(object.text) : plain(object.text);
}

/** Plain text, in which only emoji have a meaning. */
export function plain(text) {
  const parts = text.split(/:([a-z0-9_+-]{1,60}):/);
  return parts.map((part, place) => (place % 2 ? emoji(part) ?? `:${part}:` : part)).filter(Boolean);
}
