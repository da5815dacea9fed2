/** How often the server is told that somebody is at the device. */
const TELL_MS = 20_000;
const SIGNS = ["pointerdown", "keydown", "input", "scroll"] as const;

/** On a shared device: leaves the page when nobody has touched it for as long as it says (`data-idle-seconds`). */
export function endWhenIdle(page: Document): void {
  const note = page.querySelector<HTMLElement>("[data-idle-seconds]");
  if (!note || "started" in note.dataset) return;
  note.dataset.started = "";
  const { idleSeconds, idleHref, extendUrl, csrfName, csrfValue } = note.dataset;
  let last = Date.now();
  let told = last;
  const touched = () => {
    last = Date.now();
    if (!extendUrl || last - told < TELL_MS) return;
    told = last;
    const body = new URLSearchParams(csrfName ? { [csrfName]: csrfValue ?? "" } : {});
    void fetch(extendUrl, { method: "POST", body, headers: { accept: "application/json" } }).catch(() => null);
  };
  for (const sign of SIGNS) page.addEventListener(sign, touched, { passive: true, capture: true });
  const timer = setInterval(() => {
    if (Date.now() - last < Number(idleSeconds) * 1000) return;
    clearInterval(timer);
    location.replace(idleHref ?? "/");
  }, 1000);
}
