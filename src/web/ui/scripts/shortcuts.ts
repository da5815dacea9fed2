/** Puts the cursor into the box that names the pressed key, unless something is being typed. */
export function listenForShortcuts(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = event.target;
    if (at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))) return;
    for (const box of page.querySelectorAll<HTMLElement>("[data-shortcut]")) {
      if (box.dataset.shortcut !== event.key) continue;
      event.preventDefault();
      box.focus();
    }
  });
}
