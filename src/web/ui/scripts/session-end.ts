/** The warning comes this long before the end. */
const WARN_MS = 180_000;

/** Warns before the session ends and lets the person stay signed in without leaving the page. */
export function warnBeforeSessionEnds(page: Document): void {
  const note = page.querySelector<HTMLElement>("[data-session-ends]");
  if (!note) return;
  const words = note.dataset;
  let endsAt = Date.parse(words.sessionEnds ?? "");
  if (Number.isNaN(endsAt)) return;
  let alert: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (text: string, button?: HTMLButtonElement) => {
    alert?.remove();
    alert = page.createElement("div");
    alert.className = "mc-session-alert";
    page.body.append(alert);
    // The live region stands in the page before its words come, so that they are announced.
    const said = page.createElement("div");
    said.setAttribute("role", "alert");
    alert.append(said);
    const sentence = page.createElement("p");
    sentence.textContent = text;
    said.append(sentence);
    if (button) alert.append(button);
  };

  const stay = () => {
    const button = page.createElement("button");
    button.type = "button";
    button.className = "govuk-button";
    button.textContent = words.stay ?? "";
    button.addEventListener("click", async () => {
      const body = new URLSearchParams();
      if (words.csrfName) body.set(words.csrfName, words.csrfValue ?? "");
      const answer = await fetch(words.extendUrl ?? "", {
        method: "POST",
        body,
        headers: { accept: "application/json" },
      }).catch(() => null);
      const until = answer?.ok ? Date.parse(((await answer.json()) as { endsAt?: string }).endsAt ?? "") : Number.NaN;
      if (Number.isNaN(until)) return show(words.over ?? "");
      endsAt = until;
      const shown = note.querySelector("time");
      if (shown) {
        shown.dateTime = new Date(until).toISOString();
        shown.textContent = new Date(until + 7 * 3_600_000).toISOString().slice(11, 16);
      }
      show(words.stayed ?? "");
      setTimeout(() => alert?.remove(), 6000);
      wait();
    });
    return button;
  };

  const wait = () => {
    if (!note.isConnected) return;
    clearTimeout(timer);
    const left = endsAt - Date.now();
    if (left <= 0) return show(words.over ?? "");
    if (left <= WARN_MS) {
      show(words.soon ?? "", stay());
      timer = setTimeout(wait, left);
      return;
    }
    timer = setTimeout(wait, left - WARN_MS);
  };
  wait();
  // A sleeping phone stops timers: look at the clock again when the page comes back.
  page.addEventListener("visibilitychange", () => {
    if (!page.hidden && endsAt - Date.now() <= WARN_MS) wait();
  });
}
