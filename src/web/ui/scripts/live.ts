/** Asks for the page anew every few seconds and exchanges its living parts; the rest, and where the reader is, stays. */
export function keepLive(page: Document): void {
  const box = page.querySelector<HTMLElement>("[data-live]");
  const seconds = Number(box?.dataset.live);
  if (!box || !(seconds > 0)) return;

  const ask = async () => {
    if (!page.hidden) {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
      if (answer?.ok) exchange(page, new DOMParser().parseFromString(await answer.text(), "text/html"));
    }
    setTimeout(ask, seconds * 1000);
  };
  setTimeout(ask, seconds * 1000);
}

/** Only what says something else is exchanged, so that nothing is announced twice. */
function exchange(page: Document, next: Document): void {
  for (const part of page.querySelectorAll<HTMLElement>("[data-live-part]")) {
    const now = next.querySelector<HTMLElement>(`[data-live-part="${part.dataset.livePart}"]`);
    if (now && now.innerHTML !== part.innerHTML) part.replaceChildren(...now.childNodes);
  }
}

/** Shows the buttons that print, which without script would do nothing. */
export function offerPrinting(page: Document): void {
  for (const button of page.querySelectorAll<HTMLElement>("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
