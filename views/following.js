// Links of ours inside text are followed within the session, as the navigation is: a plain link would load the page
// anew, and a visitor's own texts, which only the session knows, would be gone.  An address is gone to as the
// browser's own back and forward buttons do it, so that each click is one step of the history.
let gone = "";

const go = (address) => {
  history.pushState({}, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
};

const follow = (pages) => (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (!pages.includes(link.getAttribute("href").split("?")[0]) || !link.closest('[data-testid="stHtml"]')) return;
  event.preventDefault();
  go(link.href);
};

export default function following({ data }) {
  if (data.go && data.asked !== gone) {
    gone = data.asked;
    go(data.go);
  }
  const listener = follow(data.pages);
  document.addEventListener("click", listener);
  return () => document.removeEventListener("click", listener);
}
