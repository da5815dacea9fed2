import { execFileSync, spawnSync } from "node:child_process";

/** Whether poppler is on this machine; without it what papers say is left out, and said to be. */
export const hasPdfText: boolean = spawnSync("pdftotext", ["-v"]).error === undefined;

/** All words of a PDF in the order they were set, with single spaces between them. */
export const pdfText = (pdf: Uint8Array): string =>
  execFileSync("pdftotext", ["-q", "-raw", "-", "-"], { input: pdf, maxBuffer: 50_000_000 })
    .toString("utf8")
    .normalize("NFC")
    .replace(/\s+/g, " ");
