/**
 * Sends forms that carry files with a progress bar. The server answers as it would a plain post; the page that comes
 * back takes the place of this one and is enhanced in its turn. If sending fails the form stays as it is and can be
 * sent again.
 */
export function showUploadProgress(page: Document, enhance: () => void): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[enctype="multipart/form-data"]')) {
    form.addEventListener("submit", (event) => {
      const box = [...form.querySelectorAll<HTMLInputElement>("input[type=file]")]
        .find((input) => input.files?.length)
        ?.closest<HTMLElement>("[data-upload]");
      if (event.defaultPrevented || !box) return;
      event.preventDefault();
      send(form, event.submitter, box, enhance);
    });
  }
}

function send(form: HTMLFormElement, submitter: HTMLElement | null, box: HTMLElement, enhance: () => void): void {
  const data = new FormData(form);
  if (submitter instanceof HTMLButtonElement && submitter.name) data.append(submitter.name, submitter.value);
  const progress = document.createElement("progress");
  progress.className = "mc-upload__progress";
  progress.max = 100;
  progress.setAttribute("aria-label", box.dataset.uploading ?? "");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  box.append(progress, said);
  said.textContent = `${box.dataset.uploading ?? ""}…`;

  const failed = () => {
    progress.remove();
    said.setAttribute("role", "alert");
    said.className = "govuk-error-message";
    said.textContent = box.dataset.failed ?? "";
  };
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) progress.value = (event.loaded / event.total) * 100;
  });
  request.addEventListener("error", failed);
  request.addEventListener("abort", failed);
  request.addEventListener("load", () => {
    const isPage = request.getResponseHeader("content-type")?.startsWith("text/html");
    if (!isPage) return failed();
    showAnswer(request.responseText, request.responseURL);
    enhance();
  });
  request.open(
    "POST",
    submitter instanceof HTMLButtonElement && submitter.hasAttribute("formaction") ? submitter.formAction : form.action,
  );
  request.setRequestHeader("accept", "text/html");
  request.send(data);
}

/** Puts the answered page in place of this one, under the address it came from after any redirect. */
function showAnswer(html: string, address: string): void {
  const answer = new DOMParser().parseFromString(html, "text/html");
  document.title = answer.title;
  document.body.replaceWith(answer.body);
  if (address !== location.href) history.pushState(null, "", address);
  // The page left behind is not kept: going back asks the server for it.
  addEventListener("popstate", () => location.reload(), { once: true });
  scrollTo(0, 0);
  document.querySelector<HTMLElement>("main")?.focus();
}
