/** Files: chosen, or dropped on a pane. */

import { act } from '/page/state.js';
import { toast } from '/page/toast.js';

/** The bytes of a file in base64. */
export function base64(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Uploads files one after the other, so that they keep their order. */
export async function upload(files, { channel, thread }) {
  for (const file of files) {
    let bytes = null;
    try {
      bytes = await base64(file);
    } catch {
      toast(`${file.name} cannot be read. Is it a folder?`);
      continue;
    }
    await act('upload', { channel, name: file.name, base64: bytes, ...(thread ? { thread } : {}) });
  }
}

/** Lets a pane take files that are dropped on it. */
export function takesDrops(pane, place) {
  const hasFiles = (event) => event.dataTransfer.types.includes('Files');
  pane.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    pane.classList.add('dropping');
  });
  pane.addEventListener('dragleave', (event) => {
    if (!pane.contains(event.relatedTarget)) pane.classList.remove('dropping');
  });
  pane.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    pane.classList.remove('dropping');
    upload([...event.dataTransfer.files], place());
  });
}
