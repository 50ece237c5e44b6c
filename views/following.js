// Links of ours inside text are followed within the session: a plain link would load the page anew, and a visitor's own
// texts, which only the session knows, would be gone.  Streamlit's own links to pages are followed here too: with query
// parameters it now and then leaves the address of the page before.  An address is gone to as the browser's own back
// and forward buttons do it, so that each click is one step of the history.
let gone = "";

const go = (address) => {
  history.pushState({}, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
};

// A server that was started anew knows nothing of this page: unless it draws it again as soon as it answers, the first
// click would be lost.  It is asked until it begins, since a connection just made may still lose a message.
let connected = true;
let drawn = true;

const redraw = (times) => {
  if (drawn || !times) return;
  dispatchEvent(new PopStateEvent("popstate"));
  setTimeout(redraw, 3000, times - 1);
};

// A slow browser shows a short run at once with its end, never as running: then the call below tells that it has drawn.
const observer = new MutationObserver(([{ target }]) => {
  const before = connected;
  connected = target.dataset.testConnectionState === "CONNECTED";
  if (target.dataset.testScriptState === "running") drawn = true;
  if (connected && !before) {
    drawn = false;
    setTimeout(redraw, 100, 10);
  }
});

// To observe the same element again changes nothing.
const watch = () => {
  const app = document.querySelector("[data-test-connection-state]");
  if (!app) return;
  connected = app.dataset.testConnectionState === "CONNECTED";
  observer.observe(app, { attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
};

const OURS = '[data-testid="stHtml"], [data-testid="stPageLink"]';
let pages = [];

const follow = (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const [page, query] = link.getAttribute("href").split("?");
  if (!pages.includes(page || ".") || !link.closest(OURS)) return;
  event.preventDefault();
  event.stopPropagation();
  go((page || "./") + (query ? `?${query}` : ""));
};

// Once for as long as the document stands: links are drawn before this component is, and a click between two pages would
// load the second anew.
const listen = () => {
  if (document.followsFigures) return;
  document.followsFigures = true;
  document.addEventListener("click", follow, true); // before Streamlit's own
};

// Called for each run, since each has a mark of its own; Streamlit does not clean up what an earlier call left behind.
export default function following({ data }) {
  drawn = true;
  document.documentElement.dataset.run = data.run; // who waits for a page can see that it is drawn to its end
  if (data.go && data.run !== gone) {
    gone = data.run;
    go(data.go);
  }
  pages = data.pages;
  listen();
  watch();
}
