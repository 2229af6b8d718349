/** "Are you sure?", as Block Kit's confirm objects put it. */

import { h } from '/page/dom.js';
import { textOf } from '/page/mrkdwn.js';

/** Asks; true where the person confirms. Without anything to ask it is true at once. */
export function confirmed(asked) {
  if (!asked) return Promise.resolve(true);
  return new Promise((decide) => {
    const dialog = h('dialog', { class: 'confirm', 'aria-labelledby': 'confirm-title' },
      h('form', { method: 'dialog' },
        h('h2', { id: 'confirm-title' }, textOf(asked.title)),
        h('div', { class: 'mrkdwn' }, textOf(asked.text)),
        h('footer', {},
          h('button', { class: 'button', value: 'no' }, textOf(asked.deny)),
          h('button', { class: `button ${asked.style ?? 'primary'}`, value: 'yes', autofocus: true },
            textOf(asked.confirm)))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      decide(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
