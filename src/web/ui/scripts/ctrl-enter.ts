/** Ctrl+Enter in a box of several lines sends its form, as Enter does in one of a single line. */
export function sendByCtrlEnter(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    if (!(event.target instanceof HTMLTextAreaElement) || !event.target.form) return;
    event.preventDefault();
    const form = event.target.form;
    form.requestSubmit(form.querySelector<HTMLButtonElement>("button[type=submit]"));
  });
}
