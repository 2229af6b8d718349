// Comforts only: the page is whole without. j and n lead to the next flag, k and p to the one before.
const flags = [...document.querySelectorAll("mark sup a, .whole .note")];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function next(step) {
  const now = document.activeElement;
  let at = flags.indexOf(now);
  if (at < 0) {
    // From a note back to its passage; from anywhere else on from where the eyes are.
    const number = now.closest?.(".note")?.querySelector("a.number")?.hash.slice(1);
    at = number ? flags.findIndex((flag) => flag.id === number) : -1;
  }
  if (at < 0) {
    const below = flags.findIndex((flag) => flag.getBoundingClientRect().top >= 0);
    at = (below < 0 ? flags.length : below) - (step > 0 ? 1 : 0);
  }
  const flag = flags[(at + step + flags.length) % flags.length];
  flag?.focus({ preventScroll: true });
  flag?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
}

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.matches?.("input, textarea, select, [contenteditable]") && event.target.type !== "checkbox") return;
  const step = { j: 1, n: 1, k: -1, p: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  next(step);
});

function light(event) {
  // The page was moved under the pointer: nobody points at anything.
  if (event.type === "pointerover" && !event.movementX && !event.movementY) return;
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const numbers = event.target.closest?.("[data-n]")?.dataset.n.split(" ");
  const draft = event.target.closest?.("article");
  for (const number of numbers ?? []) {
    for (const same of draft.querySelectorAll(`[data-n~="${number}"]`)) same.classList.add("lit");
  }
}

addEventListener("pointerover", light);
addEventListener("focusin", light);

addEventListener("click", (event) => {
  const mark = event.target.closest?.("mark");
  if (mark && !event.target.closest("a") && getSelection().isCollapsed) mark.querySelector("sup a")?.click();
});

const titles = [...document.querySelectorAll("article h2")];
if (titles.length === 1) document.title = `${titles[0].textContent} · proof`;
if (titles.length > 1) {
  const list = document.createElement("nav");
  list.setAttribute("aria-label", "Drafts");
  for (const title of titles) {
    const link = document.createElement("a");
    link.href = `#${title.closest("article").id}`;
    link.textContent = title.textContent;
    list.append(link);
  }
  document.querySelector(".top").append(list);
}
if (flags.length) document.querySelector(".keys").hidden = false;
