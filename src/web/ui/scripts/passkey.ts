import { startAuthentication, startRegistration } from "@simplewebauthn/browser";

/**
 * Loaded only by the few pages that carry such a form.
 *
 * Forms that a passkey signs (`data-passkey`): the key is asked when the form is sent, its answer goes into the box
 * `_passkey`, and the form is sent for good. Without this script such a form cannot be sent: the page says what else there is.
 */
function askPasskeys(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    const box = form.elements.namedItem("_passkey");
    if (!(box instanceof HTMLInputElement)) continue;
    form.addEventListener("submit", (event) => {
      if (box.value !== "") return;
      event.preventDefault();
      void answer(form, box);
    });
  }
}

async function answer(form: HTMLFormElement, box: HTMLInputElement): Promise<void> {
  const problem = form.querySelector<HTMLElement>("[data-passkey-problem]");
  if (problem) problem.textContent = "";
  try {
    const optionsJSON = JSON.parse(form.dataset.passkeyOptions ?? "{}");
    const made =
      form.dataset.passkey === "create"
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON });
    box.value = JSON.stringify(made);
    form.requestSubmit();
  } catch {
    // No key, no gesture, another key, no such device: the sentence is the same, and the form may be sent again.
    if (problem) problem.textContent = form.dataset.passkeyFailed ?? "";
  }
}

askPasskeys(document);
