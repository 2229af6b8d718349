/** The workspace's name, who you are, and the channels. */

import { avatar } from '/page/avatar.js';
import { fill, h, icon } from '/page/dom.js';
import { openMenu } from '/page/menu.js';
import { channels, here, isReply, look, messagesOf, nameOf, state } from '/page/state.js';

const seen = new Map();
const sidebar = document.querySelector('#sidebar');

/** Draws the sidebar; a channel with messages not yet seen is bold. */
export function drawSidebar() {
  fill(sidebar.querySelector('.team'), state.team, () => [state.team.name]);
  fill(sidebar.querySelector('.you'), [here.person, state.people], () => [you()]);
  const rows = channels().map((channel) => [channel, isUnread(channel.id)]);
  fill(sidebar.querySelector('.channels'), [rows, here.channel], () => rows.map(row));
}

/** Whether somebody else wrote there since the channel was looked at last. */
function isUnread(channel) {
  const last = messagesOf(channel).filter((message) => !isReply(message) && message.user !== here.person).at(-1)?.ts ?? '0';
  if (channel === here.channel || !seen.has(channel)) seen.set(channel, last);
  return Number(last) > Number(seen.get(channel));
}

function row([channel, unread]) {
  const current = channel.id === here.channel;
  return h('li', {}, h('button', {
    type: 'button',
    class: unread ? 'unread' : null,
    'aria-current': current ? 'page' : null,
    onclick: () => {
      look({ channel: channel.id });
      showSidebar(false);
    },
  }, icon(channel.only_for ? 'reply' : 'hash'), h('span', {}, channel.name),
  unread ? h('span', { class: 'unseen' }, ', new messages') : null));
}

function you() {
  const button = h('button', { type: 'button', 'aria-haspopup': 'menu', onclick: () => openMenu(button, 'Act as',
    state.people.map(({ id, name }) => ({
      label: [avatar(id, name), h('span', {}, name)], checked: id === here.person, chosen: () => become(id),
    }))) },
  avatar(here.person, nameOf(here.person)), h('span', {}, 'You are ', h('b', {}, nameOf(here.person))), icon('down'));
  return button;
}

function become(person) {
  look({ person });
  sidebar.querySelector('.you button').focus();
}

/** On a narrow screen the sidebar lies over the channel, when it is asked for. */
export function showSidebar(shown) {
  document.body.classList.toggle('with-sidebar', shown);
  if (shown) sidebar.querySelector('[aria-current], button').focus();
}
