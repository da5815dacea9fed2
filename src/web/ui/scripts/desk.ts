import { offerCamera } from "./desk-camera.ts";
import { followAnswers } from "./desk-questions.ts";

/** The reception desk by keyboard. Every page works without: Tab, arrows and Enter do the same, a few keys later. */
function serveDesk(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const at = event.target;
    if (at instanceof HTMLTextAreaElement && at.closest("[data-scan]")) sendWholeScan(event, at);
    else if (at instanceof HTMLInputElement && at.type === "radio") chooseByNumber(event, at);
    else if (at instanceof HTMLInputElement && at.closest("[data-pick]")) pickByNumber(event, at);
  });
  page.addEventListener("change", (event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("[data-intake]") : null;
    if (form) followAnswers(form);
  });
  const start = () => {
    const form = page.querySelector<HTMLFormElement>("[data-intake]");
    if (form) followAnswers(form);
    for (const box of page.querySelectorAll<HTMLElement>("[data-scan][data-camera-label]")) offerCamera(box);
    if (!page.querySelector("[data-error-summary]") && !location.hash) focusFirst(page);
  };
  start();
  // A sent upload answers with a new body in place of the old one.
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => [...addedNodes].some((node) => node.nodeName === "BODY"))) start();
  }).observe(page.documentElement, { childList: true });
}

const CHOICES = 'input:not([type=hidden]):not([type=file]):not([name^="_"]), select, textarea';

/** The cursor stands where the work begins: the scan box, the search, the first question without an answer. */
function focusFirst(page: Document): void {
  const box = page.querySelector<HTMLElement>("[data-scan] textarea, [data-pick] input");
  const field = [...page.querySelectorAll<HTMLElement>("[data-intake] .mc-desk__field")].find(
    (one) => !one.hidden && emptyIn(one) !== undefined,
  );
  (box ?? (field ? emptyIn(field) : undefined))?.focus();
}

const emptyIn = (field: HTMLElement): HTMLElement | undefined =>
  [...field.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(CHOICES)].find((control) =>
    control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")
      ? !field.querySelector(`input[name="${CSS.escape(control.name)}"]:checked`)
      : control.value === "",
  );

/** A reader ends each line with Enter: the box is sent once it holds a whole card, zone, number or form. */
function sendWholeScan(event: KeyboardEvent, box: HTMLTextAreaElement): void {
  if (event.key !== "Enter" || !isWhole(box.value)) return;
  event.preventDefault();
  box.form?.requestSubmit();
}

function isWhole(typed: string): boolean {
  const text = typed.trim();
  if (/^MC\d+:/.test(text)) {
    const parts = text.split("\n").map((line) => /^MC\d+:(\d+)\/(\d+):/.exec(line));
    return new Set(parts.map((part) => part?.[1])).size >= Number(parts[0]?.[2]);
  }
  if (text.includes("|")) return /^([^|]*\|){6}\d{8}/.test(text);
  if (text.includes("<")) return [72, 88, 90].includes(text.replace(/\s/g, "").length);
  return /^\d{9}(\d{3})?$/.test(text.replace(/[\s.]/g, ""));
}

/** While the search is still empty, a number is the place in the list. */
function pickByNumber(event: KeyboardEvent, box: HTMLInputElement): void {
  if (box.value !== "" || !/^[1-9]$/.test(event.key)) return;
  const button = box.closest("[data-pick]")?.querySelectorAll<HTMLButtonElement>("ol button")[Number(event.key) - 1];
  if (!button) return;
  event.preventDefault();
  button.click();
}

/** With the cursor in a choice of one, a number chooses, and the cursor goes on to the next question. */
function chooseByNumber(event: KeyboardEvent, radio: HTMLInputElement): void {
  const form = radio.form;
  if (!form?.matches("[data-intake]") || !/^[1-9]$/.test(event.key)) return;
  const group = form.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(radio.name)}"]`);
  const chosen = group[Number(event.key) - 1];
  if (!chosen) return;
  event.preventDefault();
  chosen.checked = true;
  chosen.dispatchEvent(new Event("change", { bubbles: true }));
  const fields = [...form.querySelectorAll<HTMLElement>(".mc-desk__field")].filter((field) => !field.hidden);
  const here = fields.findIndex((field) => field.contains(radio));
  fields[here + 1]?.querySelector<HTMLElement>(CHOICES)?.focus();
}

serveDesk(document);
