/** How long a second press of the same form is held back; then the person may try again. */
const HOLD_MS = 5000;

/** Holds back a second sending of a form. The server refuses doubles anyway; this spares people the surprise. */
export function sendOnce(page: Document): void {
  const sentAt = new WeakMap<HTMLFormElement, number>();
  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !("once" in form.dataset) || event.defaultPrevented) return;
    const before = sentAt.get(form);
    if (before !== undefined && event.timeStamp - before < HOLD_MS) event.preventDefault();
    else sentAt.set(form, event.timeStamp);
  });
  // A page taken back from the browser's memory starts afresh.
  addEventListener("pageshow", (event) => {
    if (event.persisted) for (const form of page.forms) sentAt.delete(form);
  });
}
