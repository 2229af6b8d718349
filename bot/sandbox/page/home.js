/** The app, for one person: its home tab, and the messages between the two. */

import { drawBlocks } from '/page/blocks.js';
import { fill, h } from '/page/dom.js';
import { pressing } from '/page/modal.js';
import { act, here, look, refresh, state } from '/page/state.js';

const TABS = [['home', 'Home'], ['messages', 'Messages']];
const pane = document.querySelector('#channel');

/** Goes to the app, at one of its tabs, and lets the app know. */
export async function openApp(tab) {
  const opened = await act('open_app', { tab });
  await refresh(); // the first time their channel is new
  if (opened) look({ channel: opened.channel, tab });
}

/** Draws the tabs of a channel that is the app's, and its home where that is looked at. */
export function drawHome(channel) {
  const app = Boolean(channel.only_for);
  const home = app && state.bot.home && here.tab === 'home';
  pane.classList.toggle('at-home', home);
  fill(pane.querySelector('.tabs'), [app, here.tab], () => (app && state.bot.home ? TABS.map(tab) : []));
  const view = home ? state.homes[here.person] : null;
  const blocks = pane.querySelector('.home .blocks');
  pane.querySelector('.home .nothing').hidden = !home || Boolean(view);
  drawBlocks(blocks, view?.blocks ?? [], ...pressing(view?.id, blocks));
}

function tab([name, label]) {
  const current = here.tab === name;
  return h('button', {
    type: 'button', role: 'tab', 'aria-selected': String(current), onclick: () => openApp(name),
  }, label);
}
