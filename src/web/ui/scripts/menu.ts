/** Escape folds the menu of the office away, and the focus returns to what unfolded it. */
export function foldByEscape(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    const menu = page.querySelector<HTMLDetailsElement>("[data-menu][open]");
    if (!menu?.contains(page.activeElement)) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
