import { chooseCommunes } from "./communes.ts";
import { copyCodes } from "./copy-code.ts";
import { focusErrorSummary } from "./error-summary.ts";
import { endWhenIdle } from "./idle-end.ts";
import { keepLive, offerPrinting } from "./live.ts";
import { watchPayment } from "./payment-watch.ts";
import { sendOnce } from "./send-once.ts";
import { warnBeforeSessionEnds } from "./session-end.ts";
import { showUploadProgress } from "./upload-progress.ts";
import { spreadWholeDates } from "./whole-date.ts";

/** Every page works without this file; each part looks for its own marks in the page and does nothing without them. */
function enhance(): void {
  focusErrorSummary(document);
  chooseCommunes(document);
  showUploadProgress(document, enhance);
  copyCodes(document);
  warnBeforeSessionEnds(document);
  watchPayment(document);
  endWhenIdle(document);
  keepLive(document);
  offerPrinting(document);
}

sendOnce(document);
spreadWholeDates(document);
enhance();
