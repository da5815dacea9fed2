/** Brings the reader to the error summary of a page that came back with errors. */
export function focusErrorSummary(page: Document): void {
  const summary = page.querySelector<HTMLElement>("[data-error-summary]");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const target = link ? page.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
    if (!target) return;
    event.preventDefault();
    // The label or legend belongs on the screen with its control.
    const group = target.closest(".govuk-form-group") ?? target;
    group.scrollIntoView();
    target.focus({ preventScroll: true });
  });
}
