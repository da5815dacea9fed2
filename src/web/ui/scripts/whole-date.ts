/** Spreads a whole date typed or pasted into a box (5/2/1990) over day, month and year. */
export function spreadWholeDates(page: Document): void {
  page.addEventListener("change", (event) => {
    const typed = event.target;
    if (!(typed instanceof HTMLInputElement) || !typed.dataset.datePart) return;
    const found = /^\s*(\d{1,2})[/.\-\s]+(\d{1,2})[/.\-\s]+(\d{4})\s*$/.exec(typed.value);
    const box = typed.closest("[data-date]");
    if (!found || !box) return;
    for (const [at, part] of ["day", "month", "year"].entries()) {
      const input = box.querySelector<HTMLInputElement>(`[data-date-part=${part}]`);
      if (input) input.value = found[at + 1] ?? "";
    }
  });
}
