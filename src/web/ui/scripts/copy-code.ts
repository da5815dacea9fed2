/** Shows the copy buttons where the browser can copy; says so when it has. */
export function copyCodes(page: Document): void {
  if (!navigator.clipboard) return;
  for (const button of page.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    button.hidden = false;
    const said = page.createElement("span");
    said.className = "govuk-visually-hidden";
    said.setAttribute("role", "status");
    button.after(said);
    const words = [...button.childNodes];
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? "");
      const copied = button.dataset.copied ?? "";
      said.textContent = copied;
      button.replaceChildren(copied);
      setTimeout(() => {
        button.replaceChildren(...words);
        said.textContent = "";
      }, 3000);
    });
  }
}
