import { expect, test } from "vitest";
import { errorTarget } from "./error-summary.tsx";
import { showSize } from "./file-upload.tsx";
import { qrPath } from "./qr-figure.tsx";
import { inLanguage } from "./words.ts";

test("a page keeps its path and query in the other language", () => {
  expect(inLanguage("/", "en")).toBe("/en");
  expect(inLanguage("/en", "vi")).toBe("/");
  expect(inLanguage("/dossiers?state=open", "en")).toBe("/en/dossiers?state=open");
  expect(inLanguage("/en/dossiers?state=open", "vi")).toBe("/dossiers?state=open");
  expect(inLanguage("/en/dossiers", "en")).toBe("/en/dossiers");
  expect(inLanguage("/entry", "vi")).toBe("/entry");
  expect(inLanguage("/en?x=1", "vi")).toBe("/?x=1");
});

test("an error of an answer in parts leads to its first part", () => {
  const field = { kind: "date", key: "from", label: { vi: "Từ", en: "From" } } as const;
  expect(errorTarget("from", [field])).toBe("#from-day");
  expect(errorTarget("guests.1.from", [field])).toBe("#guests-1-from-day");
  expect(errorTarget("from.month", [field])).toBe("#from-month");
  expect(errorTarget("name")).toBe("#name");
});

test("sizes are read as people write them", () => {
  expect(showSize(1_468_006, "vi")).toBe("1,4 MB");
  expect(showSize(1_468_006, "en")).toBe("1.4 MB");
  expect(showSize(10, "vi")).toBe("1 KB");
});

test("a QR code keeps its quiet zone and grows with its content", () => {
  expect(qrPath("a").side).toBe(21 + 8);
  expect(qrPath("a".repeat(100)).side).toBeGreaterThan(29);
  expect(qrPath("a").path.startsWith("M4 4h7v1")).toBe(true);
});
