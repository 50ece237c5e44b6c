// Shows an article with its figures marked. Everything from outside is set as text or as an attribute, never as HTML.
export default function reader({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reader");
  if (root.dataset.key !== data.key) {
    root.replaceChildren(...data.paragraphs.map(paragraph));
    root.dataset.key = data.key;
    root.lang = data.language;
    root.className = `reader ${data.list ? "list" : "text"}`;
  }
  root.onclick = (event) => {
    const figure = event.target.closest("a.figure");
    // With a modifier the browser opens the figure's own address in another tab, as with any link.
    if (!figure || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    setTriggerValue("fact", figure.dataset.fact);
  };
  select(root, data);
}

function paragraph(parts) {
  const block = document.createElement("p");
  block.append(...parts.map((part) => (part.runs ? sentence(part) : part.text)));
  return block;
}

function sentence(part) {
  const span = document.createElement("span");
  span.className = "sentence";
  span.dataset.start = part.start;
  span.append(...part.runs.map((run) => (run.fact ? figure(run) : run.text)));
  return span;
}

function figure(run) {
  const link = document.createElement("a");
  link.className = "figure";
  link.href = run.href;
  link.dataset.fact = run.fact;
  link.dataset.kind = run.kind;
  link.dataset.sign = run.sign;
  link.title = run.label;
  link.textContent = run.text;
  if (run.more) link.append(Object.assign(document.createElement("small"), { textContent: run.more }));
  return link;
}

function select(root, data) {
  for (const link of root.querySelectorAll("a.figure")) {
    const chosen = link.dataset.fact === data.selected;
    link.classList.toggle("chosen", chosen);
    if (chosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    const around = link.closest(".sentence");
    if (chosen) for (const other of root.querySelectorAll(".sentence")) other.classList.toggle("chosen", other === around);
    if (chosen && root.dataset.selected !== data.selected && !data.list) bring(link);
  }
  if (!data.selected) for (const other of root.querySelectorAll(".sentence.chosen")) other.classList.remove("chosen");
  root.dataset.selected = data.selected;
}

function bring(link) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  // On a phone the card covers the lower part of the screen, so the figure goes to the upper third.
  const block = matchMedia("(max-width: 640px)").matches ? "start" : "center";
  link.style.scrollMarginTop = "20vh";
  requestAnimationFrame(() => link.scrollIntoView({ block, behavior: still ? "auto" : "smooth" }));
}
