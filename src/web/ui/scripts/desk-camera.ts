/** Reads codes with the camera where the browser can (Barcode Detection API); elsewhere nothing is offered. */

type Detector = { detect(video: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
type DetectorMaker = new (options: { formats: readonly string[] }) => Detector;

/** So often a picture is looked at. */
const EVERY_MS = 250;

export function offerCamera(box: HTMLElement): void {
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  const typed = box.querySelector("textarea");
  if (!Maker || !typed || !navigator.mediaDevices || box.querySelector("[data-camera]")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset["camera"] = "";
  button.className = "govuk-button govuk-button--secondary mc-button--small";
  const [start, stop] = [box.dataset["cameraLabel"] ?? "", box.dataset["cameraStop"] ?? ""];
  button.textContent = start;
  let close: (() => void) | null = null;
  button.addEventListener("click", async () => {
    if (close) {
      close();
      return;
    }
    const stream = await navigator.mediaDevices
      .getUserMedia({ video: { facingMode: "environment" } })
      .catch(() => null);
    if (!stream) return;
    const video = document.createElement("video");
    video.className = "mc-desk__camera";
    video.muted = true;
    video.srcObject = stream;
    box.append(video);
    button.textContent = stop;
    const detector = new Maker({ formats: ["qr_code"] });
    const timer = setInterval(async () => {
      const [code] = await detector.detect(video).catch(() => []);
      if (!code || !close) return;
      typed.value = typed.value.trim() === "" ? code.rawValue : `${typed.value.trimEnd()}\n${code.rawValue}`;
      close();
      typed.focus();
      typed.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    }, EVERY_MS);
    close = () => {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      video.remove();
      button.textContent = start;
      close = null;
    };
    await video.play();
  });
  box.append(button);
}
