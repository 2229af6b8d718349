/** What can be done to a message: react, reply, and the menu of the rest. */

import { editMessage } from '/page/composer.js';
import { h, iconButton } from '/page/dom.js';
import { emoji, OFFERED } from '/page/emoji.js';
import { float, openMenu } from '/page/menu.js';
import { act, channelOf, here, isReply, look, messageAt, state } from '/page/state.js';

/** The small bar at a message's corner. */
export function tools(ts, pane) {
  const more = iconButton('more', 'More actions', () => openMenu(more, 'More actions', choices(ts, pane)),
    { 'aria-haspopup': 'menu' });
  const react = iconButton('smile', 'Add a reaction', () => openReactions(react, ts));
  const reply = iconButton('reply', 'Reply in thread', () => replyTo(ts));
  return h('div', { class: 'tools', role: 'group', 'aria-label': 'Message actions' },
    react, pane === 'channel' ? reply : null, more);
}

function replyTo(ts) {
  look({ thread: ts });
  document.querySelector('#thread textarea').focus();
}

function choices(ts, pane) {
  const message = messageAt(ts);
  const mine = message.user === here.person;
  const place = { channel: here.channel, ts };
  const shortcuts = state.shortcuts.filter(({ type }) => type.startsWith('message'));
  return [
    ...shortcuts.map((shortcut) => ({
      label: [shortcut.name, h('small', {}, state.bot.name)],
      chosen: () => act('shortcut', { callback_id: shortcut.callback_id, ...place }),
    })),
    ...(pane === 'channel' && !isReply(message) ? [{ label: 'Reply in thread', chosen: () => replyTo(ts) }] : []),
    ...(isReply(message) ? [] : [locking(place)]),
    { label: 'Copy the text', chosen: () => navigator.clipboard.writeText(message.text) },
    ...(mine ? [
      { label: 'Edit message', chosen: () => editMessage(message) },
      { label: 'Delete message', grave: true, chosen: () => act('delete', place) },
    ] : []),
  ];
}

/** What an administrator can do to a thread. */
function locking(place) {
  const locked = channelOf(place.channel).locked.includes(place.ts);
  return { label: locked ? 'Unlock thread' : 'Lock thread', chosen: () => act('lock', { ...place, on: !locked }) };
}

/** Emoji to choose from, and a field for the name of any other. */
function openReactions(anchor, ts) {
  const react = (name) => {
    panel.hidePopover();
    act('react', { channel: here.channel, ts, name });
  };
  const field = h('input', { name: 'emoji', placeholder: 'or its name, e.g. memo', 'aria-label': 'Name of an emoji',
    autocomplete: 'off', spellcheck: 'false' });
  const panel = h('form', { class: 'reactions-panel', 'aria-label': 'Add a reaction', onsubmit: (event) => {
    event.preventDefault();
    const name = field.value.trim().replaceAll(':', '').toLowerCase();
    if (name) react(name);
  } },
  h('div', { class: 'grid' }, OFFERED.map((name) => h('button', {
    type: 'button', class: 'quiet', 'aria-label': `:${name}:`, title: `:${name}:`, onclick: () => react(name),
  }, emoji(name)))), field);
  float(anchor, panel);
  panel.querySelector('button').focus();
}
