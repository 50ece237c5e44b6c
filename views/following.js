// Links of ours inside text: followed within the session, as the navigation is. A plain link would load the page anew,
// and a visitor's own texts, which only the session knows, would be gone.
export default function following({ data, setTriggerValue }) {
  const follow = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const address = link.getAttribute("href");
    if (!data.pages.includes(address.split("?")[0]) || !link.closest('[data-testid="stHtml"]')) return;
    event.preventDefault();
    setTriggerValue("address", address);
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
