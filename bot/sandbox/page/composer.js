/** Where messages, commands and files are written and sent. */

import { h, icon, iconButton } from '/page/dom.js';
import { toEnd } from '/page/list.js';
import { openMenu } from '/page/menu.js';
import { unescape } from '/page/mrkdwn.js';
import { act, handleOf, isReply, state } from '/page/state.js';
import { suggestions } from '/page/suggest.js';
import { toast } from '/page/toast.js';
import { takesDrops, upload } from '/page/upload.js';

const drafts = new Map();
const composers = {};

/**
 * A composer at the foot of a pane.
 * @param {HTMLElement} pane
 * @param {function(): {channel: string, thread?: string}} place where what is written goes
 */
export function makeComposer(pane, place) {
  const field = h('textarea', { rows: 1, spellcheck: 'true' });
  const { list, hears } = suggestions(field);
  const chosen = h('input', { type: 'file', multiple: true, hidden: true, 'aria-label': 'Files to upload' });
  const more = 'Attach or use a shortcut';
  const plus = iconButton('plus', more, () => openMenu(plus, more, offers(chosen)), { 'aria-haspopup': 'menu' });
  const editing = h('div', { class: 'editing', hidden: true }, 'Editing a message',
    h('button', { type: 'button', class: 'link', onclick: () => composer.leave() }, 'Cancel'));
  const bolt = iconButton('bolt', 'Shortcuts', () => openMenu(bolt, 'Shortcuts', shortcuts()), { 'aria-haspopup': 'menu' });
  const send = h('button', { class: 'send', 'aria-label': 'Send', title: 'Send' }, icon('send'));
  const form = h('form', { class: 'composer' }, list, editing,
    h('div', { class: 'box' }, field, h('div', { class: 'row' }, plus,
      iconButton('clip', 'Upload a file', () => chosen.click()), bolt, chosen,
      h('span', { class: 'keys' }, h('kbd', {}, 'Enter'), ' sends, ', h('kbd', {}, 'Shift+Enter'), ' new line'), send)));
  const closed = h('p', { class: 'closed', hidden: true });
  const composer = { pane, place, form, closed, field, editing, edited: null, at: '', leave: () => leave(composer) };
  composers[pane.id] = composer;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(composer);
  });
  field.addEventListener('input', () => grow(field));
  field.addEventListener('keydown', (event) => {
    if (hears(event) || event.isComposing) return;
    if (event.key === 'Escape' && composer.edited) {
      event.preventDefault();
      leave(composer);
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  });
  chosen.addEventListener('change', () => {
    upload([...chosen.files], place());
    chosen.value = '';
  });
  takesDrops(pane, place);
  pane.append(closed, form);
}

/** The field is as high as what is written in it, within reason. */
function grow(field) {
  field.style.height = 'auto';
  if (field.scrollHeight) field.style.height = `${field.scrollHeight}px`; // 0 where it is not shown
}

/** Puts what was being written here before back into the field, and names it; or says why nobody writes here. */
export function drawComposer(paneId, label, closed) {
  const composer = composers[paneId];
  composer.form.hidden = Boolean(closed);
  composer.closed.hidden = !closed;
  composer.closed.textContent = closed;
  const { channel, thread = '' } = composer.place();
  const at = `${channel}/${thread}`;
  composer.field.placeholder = label;
  composer.field.setAttribute('aria-label', label);
  if (composer.at === at) return;
  if (composer.edited) leave(composer);
  drafts.set(composer.at, composer.field.value);
  composer.at = at;
  composer.field.value = drafts.get(at) ?? '';
  grow(composer.field);
}

/** Takes one's own message into the composer of its pane. */
export function editMessage(message) {
  const composer = composers[isReply(message) ? 'thread' : 'channel'];
  composer.edited = message.ts;
  composer.editing.hidden = false;
  composer.field.value = unescape(message.text.replace(/<@(\w+)(?:\|[^>]*)?>/g, (_, user) => `@${handleOf(user)}`)
    .replace(/<((?:https?|mailto):[^|>]+)(?:\|[^>]*)?>/g, '$1'));
  grow(composer.field);
  composer.field.focus();
}

function leave(composer) {
  composer.edited = null;
  composer.editing.hidden = true;
  composer.field.value = '';
  grow(composer.field);
}

/** Sends what is written; it stays in the field where it could not be sent. */
async function submit(composer) {
  const { field, edited, pane, at } = composer;
  const text = field.value.trim();
  if (!text) return;
  const { channel, thread } = composer.place();
  const command = /^\/\S+/.exec(text)?.[0];
  if (command && thread && !edited) {
    toast(`${command} is not supported in threads. Sorry!`);
    return;
  }
  const written = field.value;
  field.value = '';
  grow(field);
  const sent = edited ? await act('edit', { channel, ts: edited, text })
    : command ? await act('type', { channel, text })
      : await act('post', { channel, text, ...(thread ? { thread } : {}) });
  if (sent && edited) leave(composer);
  else if (sent) toEnd(pane.querySelector('.scroll'));
  else if (composer.at === at && !field.value) field.value = written;
  else if (composer.at !== at) drafts.set(at, written);
  grow(field);
}

/** The menu behind the +: files, and what the app offers anywhere. */
const offers = (chosen) => [{ label: 'Upload a file…', chosen: () => chosen.click() }, ...shortcuts()];

/** What the app offers anywhere, behind the lightning bolt. */
function shortcuts() {
  const offered = state.shortcuts.filter(({ type }) => !type.startsWith('message'));
  if (!offered.length) return [{ label: `${state.bot.name} has no shortcuts`, heading: true }];
  return offered.map((shortcut) => ({
    label: [shortcut.name, h('small', {}, state.bot.name)],
    chosen: () => act('shortcut', { callback_id: shortcut.callback_id }),
  }));
}
