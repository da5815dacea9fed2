/** The only door of the reception desk. */
export {
  FORM_CHARACTERS_MOST,
  type FormCodeFailure,
  looksLikeFormCode,
  type PrintedForm,
} from "./form-code.ts";
export { asOnePdf, isPicture, judgeScan, type ScanFinding, turned, upright } from "./images.ts";
export { type AtDesk, createReception, type EnvelopeFault, type Met, type Reception } from "./reception.ts";
export type { Envelope } from "./rows.ts";
export { type Present, readScan, type Scan, type ScanFailure } from "./scan.ts";
