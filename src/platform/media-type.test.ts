import { describe, expect, test } from "vitest";
import { detectMediaType, nameOfType } from "./media-type.ts";

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat([
    ...parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))),
    Buffer.alloc(64),
  ]);

const good = {
  "application/pdf": bytes("%PDF-1.7\n%\u00e2\u00e3\n"),
  "image/jpeg": bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], "JFIF\0"),
  "image/png": bytes(
    [0x89],
    "PNG\r\n",
    [0x1a, 0x0a, 0, 0, 0, 13],
    "IHDR",
    [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 10],
    "IDAT",
  ),
  "image/webp": bytes("RIFF", [24, 0, 0, 0], "WEBPVP8 "),
  "image/heic": bytes([0, 0, 0, 24], "ftypheic", [0, 0, 0, 0], "mif1heic"),
} as const;

test.each(Object.entries(good))("%s is accepted", async (type, head) => {
  expect(await detectMediaType(head)).toEqual({ ok: true, value: type });
});

const bad: Record<string, Buffer> = {
  "a Windows program": bytes("MZ", [0x90, 0, 3, 0]),
  "a Linux program": bytes([0x7f], "ELF", [2, 1, 1]),
  "a script": bytes("#!/bin/sh\nrm -rf /\n"),
  "a page": bytes("<!doctype html><script>alert(1)</script>"),
  "a page that says it is a PDF": bytes("<html>\n%PDF-1.7\n"),
  "a PDF behind other bytes": bytes("\n\n%PDF-1.7\n"),
  "a drawing with script": bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
  "a drawing": bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
  "an archive or office file": bytes("PK", [3, 4, 20, 0, 0, 0, 8, 0]),
  "an old office file": bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  "a GIF": bytes("GIF89a"),
  "plain text": bytes("xin chào"),
  nothing: Buffer.alloc(0),
};

describe("refused, with a sentence in both languages", () => {
  test.each(Object.entries(bad))("%s", async (_, head) => {
    const verdict = await detectMediaType(head);
    expect(verdict.ok).toBe(false);
    if (verdict.ok) return;
    expect(verdict.failure.kind).toBe("type-not-accepted");
    expect(verdict.failure.message.vi).toContain("PDF");
    expect(verdict.failure.message.en).toContain("PDF");
  });
});

test("a kept file's name ends as what it is, whatever it was called", () => {
  expect(nameOfType("hop-dong.pdf", "application/pdf")).toBe("hop-dong.pdf");
  expect(nameOfType("ANH.JPEG", "image/jpeg")).toBe("ANH.JPEG");
  expect(nameOfType("hop-dong.pdf.exe", "application/pdf")).toBe("hop-dong.pdf.exe.pdf");
  expect(nameOfType("image", "image/heic")).toBe("image.heic");
  expect(nameOfType("scan.html", "image/png")).toBe("scan.html.png");
});
