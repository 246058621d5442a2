// Keys of the queue, only while an entry of it has the focus: the buttons and links that bear `data-key` do the work.
const items = () => [...document.querySelectorAll(".waiting")];
const handle = (item) => item?.querySelector("button, a[href]");

function move(item, by) {
  const all = items();
  const next = all[all.indexOf(item) + by];
  handle(next)?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  const item = event.target instanceof Element ? event.target.closest(".waiting, .done") : null;
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (!item || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j" || event.key === "k") move(item, event.key === "j" ? 1 : -1);
  else {
    const found = (event.key === "u" ? document : item).querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!found) return;
    found.click();
  }
  event.preventDefault();
});

document.querySelector(".keys")?.removeAttribute("hidden");
if (new URLSearchParams(location.search).has("done")) handle(items()[0])?.focus({ preventScroll: true });
