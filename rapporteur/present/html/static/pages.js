// The little script the pages need: layers in a text, and the keyboard in the review queue.
"use strict";

for (const article of document.querySelectorAll("[data-layers]")) {
  for (const box of article.querySelectorAll("[data-layer]")) {
    const apply = () => article.classList.toggle(box.dataset.layer, box.checked);
    box.addEventListener("change", apply);
    apply();
  }
}

// A drawing of days opens with its latest event in the middle, and on a phone the row of pages with this one.
for (const drawing of document.querySelectorAll("[data-latest]")) {
  drawing.scrollLeft = Number(drawing.dataset.latest) - drawing.clientWidth / 2;
}
const here = document.querySelector(".nav [aria-current]");
if (here) here.parentElement.scrollLeft = here.offsetLeft - (here.parentElement.clientWidth - here.offsetWidth) / 2;

const items = [...document.querySelectorAll("[data-item]")];
if (document.querySelector("[data-queue]")) {
  const KEEP = "rapporteur-queue-place";
  let at = Math.min(Number(sessionStorage.getItem(KEEP) || 0), Math.max(items.length - 1, 0));
  const move = (to) => {
    if (!items.length) return;
    items[at]?.classList.remove("current");
    at = Math.max(0, Math.min(items.length - 1, to));
    items[at].classList.add("current");
    items[at].focus({ preventScroll: true });
    items[at].scrollIntoView({ block: "nearest" });
    sessionStorage.setItem(KEEP, String(at));
  };
  move(at);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (typing) {
      if (event.key === "Enter" && event.target.form?.matches("[data-queue]")) {
        event.preventDefault();
        const set = event.target.closest("details")?.querySelector("button");
        if (set) set.click();
        else { event.target.blur(); move(at); }
      }
      if (event.key === "Escape") { event.target.blur(); move(at); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "ArrowDown") { move(at + 1); event.preventDefault(); return; }
    if (event.key === "k" || event.key === "ArrowUp") { move(at - 1); event.preventDefault(); return; }
    if (event.key === "t") { document.getElementById("note").focus(); event.preventDefault(); return; }
    const scope = event.key === "u" ? document : items[at];
    const button = scope?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    const name = document.getElementById("analyst");
    if (button.matches("button") && !name.value.trim()) { name.focus(); event.preventDefault(); return; }
    button.click();
    if (event.key === "e") items[at].querySelector("details input")?.focus();
    event.preventDefault();
  });
}
