/** What the elements on the page hold, in the form in which Slack sends it. */

const readers = new WeakMap();
const uploads = new Set();

/** Says how the value of an element is read. */
export function reads(node, read) {
  readers.set(node, read);
  return node;
}

/** Everything that the elements within hold: {block: {action: value}}. */
export function valuesIn(parent) {
  const all = {};
  for (const node of parent.querySelectorAll('[data-block] [data-action]')) {
    const value = readers.get(node)?.();
    const block = node.closest('[data-block]').dataset.block;
    if (value) (all[block] ??= {})[node.dataset.action] = value;
  }
  return all;
}

/** Remembers an upload, so that nothing is sent in before it is done. */
export function uploading(upload) {
  uploads.add(upload);
  upload.finally(() => uploads.delete(upload));
}

/** Waits for every upload. */
export const uploaded = () => Promise.all([...uploads]);
