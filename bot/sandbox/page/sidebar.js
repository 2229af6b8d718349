/** The workspace's name, who you are, and the channels. */

import { avatar } from '/page/avatar.js';
import { fill, h, icon } from '/page/dom.js';
import { openApp } from '/page/home.js';
import { openMenu } from '/page/menu.js';
import { channels, groupsOf, here, isReply, look, messagesOf, nameOf, state } from '/page/state.js';

const seen = new Map();
const sidebar = document.querySelector('#sidebar');

/** Draws the sidebar; a channel with messages not yet seen is bold. */
export function drawSidebar() {
  fill(sidebar.querySelector('.team'), state.team, () => [state.team.name]);
  fill(sidebar.querySelector('.you'), [here.person, state.people, state.groups], () => [you()]);
  const seen = channels().map((channel) => [channel, isUnread(channel.id)]);
  const rows = seen.filter(([channel]) => !channel.only_for);
  const own = seen.find(([channel]) => channel.only_for);
  fill(sidebar.querySelector('.channels'), [rows, here.channel], () => rows.map(row));
  fill(sidebar.querySelector('.apps'), [own, here.channel, state.bot], () => [app(own)]);
}

/** Whether somebody else wrote there since the channel was looked at last. */
function isUnread(channel) {
  const last = messagesOf(channel).filter((message) => !isReply(message) && message.user !== here.person).at(-1)?.ts ?? '0';
  if (channel === here.channel || !seen.has(channel)) seen.set(channel, last);
  return Number(last) > Number(seen.get(channel));
}

function row([channel, unread]) {
  const kind = channel.archived ? 'box' : channel.private ? 'padlock' : 'hash';
  return entry(channel.id, channel.name, unread, icon(kind), () => look({ channel: channel.id }));
}

/** The app, with the messages between it and the person. */
function app(own) {
  const [channel, unread] = own ?? [null, false];
  const open = () => openApp(unread || !state.bot.home ? 'messages' : 'home');
  return entry(channel?.id ?? 'app', state.bot.name, unread, avatar(state.bot.id, state.bot.name), open);
}

function entry(id, name, unread, sign, open) {
  return h('li', {}, h('button', {
    type: 'button',
    class: unread ? 'unread' : null,
    'aria-current': id === here.channel ? 'page' : null,
    onclick: () => {
      open();
      showSidebar(false);
    },
  }, sign, h('span', {}, name), unread ? h('span', { class: 'unseen' }, ', new messages') : null));
}

function you() {
  const button = h('button', { type: 'button', 'aria-haspopup': 'menu', onclick: () => openMenu(button, 'Act as',
    state.people.map(({ id, name }) => ({
      label: [avatar(id, name), h('span', {}, name), h('small', {}, groupsOf(id).join(' '))], checked: id === here.person, chosen: () => become(id),
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
