/** Block Kit's blocks, for messages and modals alike. */

import { flash, h, keepFocus, safeAddress } from '/page/dom.js';
import { drawElement } from '/page/elements.js';
import { link, textOf } from '/page/mrkdwn.js';
import { richText } from '/page/rich_text.js';

const LABEL_LENGTH = 60;
const shapes = new WeakMap();
let made = 0;

/**
 * Draws the blocks into `parent`. A block that stayed the same keeps its element, and with it what a person
 * has chosen or is about to; one that reads differently glows.
 * @param {function(HTMLElement, Object, Object): Promise} press gets the block's element, the element of
 *   Block Kit and what was chosen
 * @param {function(HTMLElement, Object, string): Promise<Object[]>} suggest what the app offers for what is typed
 * @returns {boolean} whether anything reads differently
 */
export function drawBlocks(parent, blocks, press, suggest = async () => []) {
  const old = [...parent.children];
  const said = new Set(old.map((node) => node.textContent));
  const fresh = blocks.map((block) => {
    const shape = JSON.stringify({ ...block, block_id: null });
    const place = old.findIndex((node) => shapes.get(node) === shape);
    const node = place < 0 ? drawBlock(block, press, suggest) : old.splice(place, 1)[0];
    shapes.set(node, shape);
    node.dataset.block = block.block_id ?? '';
    return node;
  });
  const changed = said.size ? fresh.filter((node) => !said.has(node.textContent)) : [];
  keepFocus(parent, () => {
    for (const gone of old) gone.remove();
    fresh.forEach((node, place) => {
      if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null);
    });
  });
  changed.forEach(flash);
  return changed.length > 0;
}

/** One block; a kind that we do not know says so. */
function drawBlock(block, press, suggest) {
  const draw = KINDS[block.type];
  const node = h('div', { class: `block ${draw ? block.type : 'undrawn'}` });
  const around = (element, more = {}) => drawElement(element, {
    press: (chosen) => press(node, element, chosen), suggest: (typed) => suggest(node, element, typed), ...more,
  });
  node.append(...(draw ? draw(block, around) : [`(${block.type}: not drawn here)`]));
  return node;
}

/** What a section is about, in a few words, for those who cannot see what its menu stands beside. */
function about(block) {
  const words = (block.text?.text ?? block.fields?.[0]?.text ?? '').split('\n')[0].replace(/[*_~`]/g, '');
  return words.length > LABEL_LENGTH ? `${words.slice(0, LABEL_LENGTH)}…` : words;
}

function section(block, around) {
  const words = h('div', { class: 'words' });
  if (block.text) words.append(h('div', { class: 'mrkdwn' }, textOf(block.text)));
  if (block.fields) {
    words.append(h('div', { class: 'fields' },
      block.fields.map((one) => h('div', { class: 'mrkdwn' }, textOf(one)))));
  }
  const beside = block.accessory
    && (block.accessory.type === 'image' ? picture(block.accessory) : around(block.accessory, { label: about(block) }));
  return beside ? [words, h('div', { class: 'beside' }, beside)] : [words];
}

/** A picture is shown only where the sandbox itself has it: this page asks nobody else. */
function picture({ image_url: url, alt_text: alt }) {
  const address = url && safeAddress(url);
  if (address && new URL(address).origin === location.origin) return h('img', { src: address, alt });
  return address ? link(url, alt) : h('span', {}, alt);
}

const context = (block) => block.elements.map((element) => (element.type === 'image' ? picture(element)
  : h('span', { class: 'mrkdwn' }, textOf(element))));

/** A label, a field, a hint, and a place for what is wrong with it. */
function input(block, around) {
  const id = `input-${made += 1}`;
  const label = block.label.text;
  const field = around(block.element, { label, quiet: !block.dispatch_action });
  field.id = id;
  field.setAttribute('aria-describedby', `${id}-hint ${id}-error`);
  if (!block.optional) field.setAttribute('aria-required', 'true');
  return [
    h('label', { class: 'label', for: id }, textOf(block.label),
      block.optional ? h('span', { class: 'optional' }, ' (optional)') : null),
    field,
    block.hint ? h('div', { class: 'hint', id: `${id}-hint` }, textOf(block.hint)) : '',
    h('div', { class: 'error', id: `${id}-error` }),
  ];
}

const KINDS = {
  section,
  context,
  input,
  header: (block) => [h('h3', {}, textOf(block.text))],
  divider: () => [h('hr')],
  image: (block) => [block.title ? h('small', {}, textOf(block.title)) : '', picture(block)],
  actions: (block, around) => block.elements.map((element) => around(element)),
  rich_text: (block) => [richText(block)],
};
