/** The person's stack of views, each a dialog of its own; the topmost is the one to see. */

import { drawBlocks } from '/page/blocks.js';
import { fill, h, iconButton } from '/page/dom.js';
import { textOf } from '/page/mrkdwn.js';
import { act, here, state } from '/page/state.js';
import { uploaded, valuesIn } from '/page/values.js';

const dialogs = new Map();

/** Opens, updates and takes away dialogs, so that they are the views that the server has. */
export function drawModals() {
  const stack = state.views[here.person] ?? [];
  for (const [id, dialog] of dialogs) if (!stack.some((view) => view.id === id)) shut(id, dialog);
  stack.forEach((view, depth) => {
    const fresh = !dialogs.has(view.id);
    if (fresh) dialogs.set(view.id, open(view));
    draw(dialogs.get(view.id), view, depth);
    if (fresh) firstField(dialogs.get(view.id))?.focus();
  });
  for (const [id, dialog] of dialogs) dialog.classList.toggle('under', id !== stack.at(-1)?.id);
}

function shut(id, dialog) {
  dialogs.delete(id);
  dialog.close();
  dialog.remove();
}

/** An empty dialog for the view. */
function open(view) {
  const heading = `title-${view.id}`;
  const dialog = h('dialog', { class: 'view', 'aria-labelledby': heading },
    h('form', { method: 'dialog', novalidate: true },
      h('header', {}, h('h2', { id: heading }), iconButton('close', 'Close', () => close(view))),
      h('div', { class: 'blocks' }),
      h('footer', {})));
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(dialog);
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close(view);
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

function draw(dialog, view, depth) {
  const before = dialog.view;
  dialog.view = view;
  fill(dialog.querySelector('h2'), view.title, () => textOf(view.title));
  fill(dialog.querySelector('footer'), [view.submit, view.close], () => feet(view, depth));
  drawBlocks(dialog.querySelector('.blocks'), view.blocks, ...pressing(view.id, dialog));
  if (JSON.stringify(view.errors ?? null) !== JSON.stringify(before?.errors ?? null)) {
    showErrors(dialog, view.errors ?? {});
  }
}

function feet(view, depth) {
  const away = view.close ? textOf(view.close) : depth > 0 ? 'Back' : 'Close';
  return [
    h('button', { type: 'button', class: 'button', onclick: () => close(view) }, away),
    view.submit ? h('button', { class: 'button primary submit' }, textOf(view.submit)) : null,
  ];
}

const close = (view) => act('close', { view_id: view.id });

const firstField = (dialog) => dialog.querySelector('.block.input :is(input, textarea, select)')
  ?? dialog.querySelector('.submit');

/** What a press in a view drawn in `parent` does, and what a list that the app fills asks it. */
export function pressing(view, parent) {
  const place = (block, element) => ({ view_id: view, block_id: block.dataset.block, action_id: element.action_id });
  return [
    (block, element, chosen) => act('view_press', { ...place(block, element), ...chosen, values: valuesIn(parent) }),
    async (block, element, typed) => (await act('suggest', { ...place(block, element), typed }))?.options ?? [],
  ];
}

async function submit(dialog) {
  const button = dialog.querySelector('.submit');
  if (!button || button.disabled) return;
  button.disabled = true;
  showErrors(dialog, {});
  dialog.view = { ...dialog.view, errors: null }; // the same errors again are news again
  await uploaded();
  await act('submit', { view_id: dialog.view.id, values: valuesIn(dialog) });
  button.disabled = false;
}

/** Each line under its field; the first field that has one gets the focus. */
function showErrors(dialog, errors) {
  let first = null;
  for (const block of dialog.querySelectorAll('.block.input')) {
    const line = errors[block.dataset.block] ?? '';
    const field = block.querySelector('[data-action]');
    block.querySelector('.error').textContent = line;
    field.setAttribute('aria-invalid', String(Boolean(line)));
    if (line) first ??= field.matches('input, textarea, select') ? field : field.querySelector('input');
  }
  first?.focus();
}
