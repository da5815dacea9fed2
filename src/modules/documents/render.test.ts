import { describe, expect, test } from "vitest";
import { day } from "../../kernel/plain-date.ts";
import { inWords } from "./in-words.ts";
import { officialDate, type PaperInput, type PaperKind, paperKinds } from "./papers.ts";
import type { PdfFile } from "./pdf-file.ts";
import { printable } from "./printable.ts";
import { qrDrawing, qrText } from "./qr.ts";
import { renderPaper, renderToSign } from "./render.ts";
import { samples } from "./samples.test-support.ts";

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const utf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const sampleOf = <K extends PaperKind>(kind: K): PaperInput<K> => samples[kind];

/** Objects stand where the table says, and the metadata are as long as they say. */
function expectSound(pdf: PdfFile): void {
  const text = latin(pdf.bytes);
  const table = text.slice(Number(/startxref\s+(\d+)\s+%%EOF$/.exec(text)?.[1]));
  expect(table.startsWith("xref")).toBe(true);
  for (const [number, at] of pdf.offsets) {
    if (!text.startsWith(`${number} 0 obj`, at)) expect(`object ${number}`).toBe(`at ${at}`);
    if (!table.includes(`${String(at).padStart(10, "0")} 00000 n`)) expect(`object ${number}`).toBe("in the table");
  }
  const metadata = /\/Length (\d+)\s+\/Type \/Metadata[\s\S]*?stream\n/.exec(text);
  const end = (metadata?.index ?? 0) + (metadata?.[0].length ?? 0) + Number(metadata?.[1]);
  expect(text.slice(end - 19, end + 17)).toBe('<?xpacket end="r"?>\nendstream\nendobj');
}

describe.each(paperKinds)("the paper %s", (kind) => {
  test("is tagged PDF/A-2a and PDF/UA-1 with its title, and Typst accepts it as either", () => {
    const pdf = renderPaper(kind, sampleOf(kind));
    expect(latin(pdf).startsWith("%PDF-1.7")).toBe(true);
    expect(utf(pdf)).toContain("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
    expect(utf(pdf)).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(utf(pdf)).toContain(`<rdf:li xml:lang="x-default">${samples[kind].title}</rdf:li>`);
    expect(latin(pdf)).toContain("/DisplayDocTitle true");
    expect(latin(pdf)).toContain("/Lang (vi-VN)");
    expect(latin(pdf)).toContain("/Marked true");
    expect(() => renderToSign(kind, sampleOf(kind), "ua-1")).not.toThrow();
  });

  test("is marked on its page while it is a draft, and stays as sound", () => {
    const draft = { ...sampleOf(kind), draft: true, signatures: [] } as PaperInput<typeof kind>;
    expect(() => renderToSign(kind, draft, "ua-1")).not.toThrow();
    expect(renderPaper(kind, draft).length).not.toBe(
      renderPaper(kind, { ...sampleOf(kind), signatures: [] } as PaperInput<typeof kind>).length,
    );
  });

  test("is the same bytes for the same data, whatever was rendered in between", () => {
    const first = renderPaper(kind, sampleOf(kind));
    renderPaper("refusal", { ...samples.refusal, reason: "Lý do khác" });
    expect(Buffer.compare(renderPaper(kind, sampleOf(kind)), first)).toBe(0);
    expect(Buffer.compare(renderPaper(kind, { ...sampleOf(kind), number: "999/KHAC" }), first)).not.toBe(0);
  });

  test("has every address of its cross-reference table where the object begins", () => {
    expectSound(renderToSign(kind, sampleOf(kind)).pdf);
  });

  test("bears a mark for each electronic signature, inside the sheet", () => {
    const { boxes } = renderToSign(kind, sampleOf(kind));
    expect(boxes.length).toBe(samples[kind].signatures.length);
    for (const box of boxes) {
      expect(box.x + box.width).toBeLessThan(595);
      expect(box.y + box.height).toBeLessThan(842);
      expect(box.height).toBeGreaterThan(20);
    }
  });
});

/** What a person may type to break a template, the program behind it or the reader before it. */
const hostile = {
  quotes: `"'\`“”«»`,
  backslash: String.raw`\\ \" \u{41} C:\Windows`,
  typst: `#panic("x") #import "x" $x^2$ @ref <label> *b* _i_ = h - l + e / t ~ [c] {d} #sys.inputs // /* */`,
  markup: `<script>alert(1)</script>&amp;]]><?xpacket end="r"?> endstream endobj %%EOF (x) <</JS>>`,
  rightToLeft: "שלום \u202eevil\u202c مرحبا",
  emoji: "👮🏽‍♀️🇻🇳 H\ufe0f",
  decomposed: "Nguyễn Thị Hồng".normalize("NFD"),
  control: "a\u0000b\u0007c\r\nd\te\u2028f\ud800g",
  spaces: "  x  ",
  long: "Ươ".repeat(5000),
  longWords: "nghiêm trọng ".repeat(700),
} as const;

/** Every text of a paper, however deep, replaced; choices, days and moments stay what they are. */
function fill<T>(value: T, words: string): T {
  const fixed = new Set([
    "intake",
    "appraisal",
    "merits",
    "granted",
    "refused",
    "registered",
    "extended",
    "deleted",
    "person",
    "seal",
    "early",
    "on-time",
    "late",
  ]);
  const replaced = (part: unknown): unknown => {
    if (typeof part === "string") return fixed.has(part) || /^\d{4}-\d{2}-\d{2}$/.test(part) ? part : words;
    if (Array.isArray(part)) return part.map(replaced);
    if (part && typeof part === "object")
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, replaced(inner)]));
    return part;
  };
  return replaced(value) as T;
}

describe("hostile text", () => {
  test.each(Object.entries(hostile))("%s in every field of every paper is printed, not obeyed", (_, words) => {
    // Ten thousand characters everywhere fill many sheets: three papers stand for all.
    const kinds: readonly PaperKind[] =
      words.length < 5000 ? paperKinds : ["receipt", "seal-certificate", "result-notice"];
    for (const kind of kinds) {
      const { pdf } = renderToSign(kind, fill(sampleOf(kind), words));
      expectSound(pdf);
      expect(latin(pdf.bytes)).not.toMatch(/\/S\s*\/(JavaScript|Launch|URI)|\/EmbeddedFile/);
    }
  });

  test("loses direction marks and control characters, and shows a square for letters the typeface lacks", () => {
    expect(printable("\u202eab\u0000c 👮 d\n e")).toBe("abc □ d e");
    expect(printable(hostile.decomposed)).toBe("Nguyễn Thị Hồng");
    expect(printable("Ð đ Đ ư Ư ơ ễ ộ ’ – … ₫")).toBe("Ð đ Đ ư Ư ơ ễ ộ ’ – … ₫");
  });

  test("gives overlong words places to break and leaves others alone", () => {
    expect(printable("x".repeat(40))).toBe("x".repeat(40));
    expect(printable("x".repeat(41))).toContain("\u200b");
  });

  test("a paper that lacks what its form needs is refused", () => {
    expect(() =>
      renderPaper("refusal", { ...samples.refusal, basis: undefined } as unknown as PaperInput<"refusal">),
    ).toThrow(/basis/);
    expect(() => renderPaper("refusal", { ...samples.refusal, extra: 1 } as unknown as PaperInput<"refusal">)).toThrow(
      /extra/,
    );
  });
});

test("a seal still to come keeps the very place where a seal made at once stands", () => {
  const [person, seal] = samples.refusal.signatures;
  if (!person || !seal) throw new Error("missing in the test");
  const { at: _at, ...waiting } = seal;
  const free = renderToSign("refusal", { ...samples.refusal, signatures: [person, waiting] }).boxes;
  expect(free).toEqual(renderToSign("refusal", samples.refusal).boxes);
});

test("a list of three hundred guests runs over pages, with its mark on the last", () => {
  const [guest] = samples["stay-acknowledgement"].guests;
  const guests = Array.from({ length: 300 }, (_, at) => ({
    ...guest,
    name: `Khách ${at}`,
    room: String(at),
  })) as (typeof samples)["stay-acknowledgement"]["guests"];
  const { pdf, boxes } = renderToSign("stay-acknowledgement", { ...samples["stay-acknowledgement"], guests });
  const pages = Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(latin(pdf.bytes))?.[1]);
  expect(pages).toBeGreaterThan(5);
  expect(boxes[0]?.page).toBe(pages);
});

test("a seal certificate shows the impression it is given", () => {
  const onePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const plain = renderPaper("seal-certificate", samples["seal-certificate"]);
  const pictured = renderPaper("seal-certificate", {
    ...samples["seal-certificate"],
    specimen: { base64: onePixel, format: "png" },
  });
  expect(latin(plain)).not.toContain("/Subtype /Image");
  expect(latin(pictured)).toContain("/Subtype /Image");
});

test("the square code carries the four facts of the circular and stays small enough to scan", () => {
  const content = {
    dossierCode: "G01.066.1A-260729-010001",
    procedureCode: "1.004194",
    identifier: "066190001234",
    paperName: "Giấy tiếp nhận",
  };
  expect(qrText(content)).toBe("G01.066.1A-260729-010001|1.004194|066190001234|Giấy tiếp nhận");
  expect(qrText({ ...content, paperName: `a|b${"x".repeat(500)}` }).split("|").length).toBe(4);
  const size = Number(/viewBox="0 0 (\d+)/.exec(qrDrawing({ ...content, paperName: "Ươ".repeat(400) }))?.[1]);
  expect(size).toBeLessThanOrEqual(85);
});

test.each([
  [0, "không"],
  [5, "năm"],
  [15, "mười lăm"],
  [21, "hai mươi mốt"],
  [105, "một trăm lẻ năm"],
  [7000, "bảy nghìn"],
  [1_234_000, "một triệu hai trăm ba mươi bốn nghìn"],
  [1_000_005, "một triệu không trăm lẻ năm"],
  [20_000_000_000, "hai mươi tỷ"],
  [3_000_001_000_000, "ba nghìn tỷ không trăm lẻ một triệu"],
])("%i is spelt %s", (amount, words) => expect(inWords(amount)).toBe(words));

test("days below ten and the first two months bear a nought", () => {
  expect(officialDate(day("2026-02-05"))).toBe("ngày 05 tháng 02 năm 2026");
  expect(officialDate(day("2026-07-29"))).toBe("ngày 29 tháng 7 năm 2026");
});
