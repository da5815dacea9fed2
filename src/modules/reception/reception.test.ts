import fc from "fast-check";
import jsQr from "jsqr";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { minhCard, sheet } from "../../../tests/support/desk.ts";
import { printCardZone } from "../../kernel/mrz.ts";
import { day } from "../../kernel/plain-date.ts";
import { codeDrawing } from "../documents/qr.ts";
import { createFormCodes, type PrintedForm } from "./form-code.ts";
import { asOnePdf, judgeScan, turned, upright } from "./images.ts";
import { readScan } from "./scan.ts";

const seed = Number(process.env["FC_SEED"] ?? Date.now() % 1e9);
console.log(`reception: fast-check seed ${seed} (FC_SEED=${seed} repeats it)`);

const ZONE = printCardZone({
  documentCode: "ID",
  issuer: "VNM",
  documentNumber: "092034092",
  personalNumber: "040092034092",
  birth: "920520",
  sex: "M",
  expiry: "320520",
  nationality: "VNM",
  remark: "",
  surname: "TRAN",
  givenNames: "VAN MINH",
});

describe("what a reader types", () => {
  it("a card's line says who it is, with whatever line end the reader adds", () => {
    for (const end of ["", "\r", "\n", "\r\n"]) {
      const read = readScan(minhCard() + end);
      expect(read.ok && read.value.present).toEqual({
        source: "card",
        number: "040092034092",
        document: null,
        name: "Trần Văn Minh",
        birthDate: { year: 1992, month: 5, day: 20 },
        sex: "M",
        nationality: "VNM",
      });
    }
  });

  it("a zone is read line by line or as one, and a wrong check digit is a doubt", () => {
    for (const typed of [ZONE.join("\n"), ZONE.join(""), `${ZONE.join("\r\n")}\r\n`, ZONE.join("\n").toLowerCase()]) {
      const read = readScan(typed);
      expect(read.ok && read.value).toMatchObject({
        present: { number: "040092034092", name: "TRAN VAN MINH", sex: "M" },
        doubts: [],
        expiry: "2032-05-20",
      });
    }
    const spoilt = readScan(
      [ZONE[0], `${ZONE[1].slice(0, 6)}${(Number(ZONE[1][6]) + 1) % 10}${ZONE[1].slice(7)}`, ZONE[2]].join("\n"),
    );
    expect(spoilt.ok ? spoilt.value.doubts : []).toContain("birth");
    expect(readScan(ZONE.slice(0, 2).join("\n"))).toEqual({
      ok: false,
      failure: { kind: "zone-incomplete", lines: 1 },
    });
  });

  it("a foreign passport names a document, never a number of ours", () => {
    const read = readScan("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");
    expect(read.ok && read.value.present).toMatchObject({
      source: "zone",
      number: null,
      document: "L898902C3",
      name: "ERIKSSON ANNA MARIA",
      nationality: "UTO",
    });
  });

  it("whatever is typed is a person or a reason, and costs no time", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 1_500, unit: "binary" }), fc.stringMatching(/^[0-9|<A-Z\n ]{0,400}$/)),
        (typed) => {
          const read = readScan(typed);
          if (!read.ok) expect(typeof read.failure.kind).toBe("string");
          else expect(read.value.present.number ?? read.value.present.document).not.toBe("");
        },
      ),
      { seed, numRuns: 400 },
    );
  });
});

const codes = createFormCodes("a secret of this test");
const FORM: PrintedForm = {
  procedure: "temporary-residence",
  edition: "from-2026-08-05",
  madeOn: day("2026-11-20"),
  owner: { name: "Trần Văn Minh", number: "040092034092" },
  organisation: null,
  answers: {
    phone: "0950000034",
    "target-address": { commune: "26740", line: "Số 45/3 đường Nguyễn Huệ" },
    "dwelling-ground": "rent",
    "request-text": "Xin đăng ký  tạm trú; hai khoảng trắng",
  },
};
/** Text that hardly packs: so much of it needs several codes. */
const long = (characters: number): string => {
  let state = 7;
  return Array.from({ length: characters }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return String.fromCharCode(33 + (Math.floor(state / 65_536) % 94));
  }).join("");
};

describe("the code of a printed form", () => {
  it("is drawn, scanned and read back to the same answers", async () => {
    const lines = codes.write({ ...FORM, answers: { ...FORM.answers, note: long(900) } }) ?? [];
    expect(lines.length).toBeGreaterThan(1);
    const scanned: string[] = [];
    for (const line of lines) {
      const { data, info } = await sharp(Buffer.from(codeDrawing(line, "L")))
        .resize(500, 500, { kernel: "nearest" })
        .extend({ top: 30, bottom: 30, left: 30, right: 30, background: "white" })
        .flatten({ background: "white" })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      scanned.push(jsQr.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? "");
    }
    expect(scanned).toEqual(lines);
    // In any order, one of them twice, with the reader's line ends.
    const typed = [...scanned.toReversed(), scanned[0]].join("\r\n");
    expect(await codes.read(typed)).toEqual({
      ok: true,
      value: { ...FORM, answers: { ...FORM.answers, note: long(900) } },
    });
  });

  it("names the parts still missing, and refuses two forms at once", async () => {
    const lines = codes.write({ ...FORM, answers: { note: long(2_000) } }) ?? [];
    expect(await codes.read(lines.slice(1).join("\n"))).toEqual({
      ok: false,
      failure: { kind: "parts-missing", parts: [1], of: lines.length },
    });
    const other = codes.write(FORM) ?? [];
    expect(await codes.read([lines[0], ...other].join("\n"))).toMatchObject({ ok: false });
  });

  it("is too long for paper beyond eight codes", () => {
    expect(codes.write({ ...FORM, answers: { note: long(20_000) } })).toBeNull();
  });

  it("altered in any character, or made under another key, is not taken", async () => {
    const [line = ""] = codes.write(FORM) ?? [];
    const head = line.indexOf(":", 10) + 1;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: head, max: line.length - 2 }),
        fc.constantFrom(..."0A9Z $%"),
        async (at, letter) => {
          fc.pre(line[at] !== letter);
          const read = await codes.read(line.slice(0, at) + letter + line.slice(at + 1));
          expect(read.ok).toBe(false);
        },
      ),
      { seed, numRuns: 200 },
    );
    expect(await createFormCodes("another house").read(line)).toEqual({ ok: false, failure: { kind: "altered" } });
  });

  it("hostile lines are refused before they cost anything", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 6_000 }), async (rest) => {
        expect((await codes.read(`MC1:1/1:ABCDEF:${rest}.`)).ok).toBe(false);
      }),
      { seed, numRuns: 100 },
    );
    expect(await codes.read(`MC1:1/1:ABCDEF:${"A".repeat(100_000)}.`)).toMatchObject({ ok: false });
    expect(await codes.read("MC2:1/1:ABCDEF:AA.")).toEqual({ ok: false, failure: { kind: "newer" } });
  });
});

describe("scans", () => {
  it.each([
    ["a sharp sheet", {}, []],
    ["an empty sheet", { empty: true }, ["blank"]],
    ["a sheet out of focus", { blur: 7 }, ["blurred"]],
    ["a sheet in the dark", { brightness: 0.15 }, ["dark"]],
    ["a sheet of few points", { width: 400 }, ["small"]],
  ] as const)("%s", async (_, change, findings) => {
    expect(await judgeScan(await sheet(change), "image/jpeg")).toEqual(findings);
  });

  it("what is no picture, or claims to be a huge one, is told and harms nobody", async () => {
    expect(await judgeScan(Buffer.from("not a picture"), "image/jpeg")).toEqual(["unreadable"]);
    const huge = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: "white" } })
      .png()
      .toBuffer();
    expect(await judgeScan(huge, "image/png")).toEqual(["unreadable"]);
    expect(await judgeScan(Buffer.from("x"), "image/heic")).toEqual(["unchecked"]);
  });

  it("the camera's turn is applied to the points; a button turns by a quarter", async () => {
    const { width: narrow, height: long } = await sharp(await sheet({ width: 600 })).metadata();
    const lying = await sharp(await sheet({ width: 600 }))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const stood = await upright(lying, "image/jpeg");
    expect(await sharp(stood ?? Buffer.alloc(0)).metadata()).toMatchObject({ width: long, height: narrow });
    expect(await upright(await sheet({ width: 600 }), "image/jpeg")).toBeNull();
    const round = await turned(await sheet({ width: 600 }));
    expect(round.ok && (await sharp(round.value).metadata()).width).toBe(long);
  });

  it("several become one PDF in their order, the same bytes for the same scans", async () => {
    const files = [
      { bytes: await sheet({ width: 700 }), mediaType: "image/jpeg" },
      {
        bytes: (await sharp({ create: { width: 900, height: 600, channels: 3, background: "white" } })
          .png()
          .toBuffer()) as Uint8Array,
        mediaType: "image/png",
      },
    ];
    const at = new Date("2026-11-23T01:00:00Z");
    const [once, twice] = [await asOnePdf(files, at), await asOnePdf(files, at)];
    if (!once.ok || !twice.ok) throw new Error("not joined");
    expect(Buffer.from(once.value).equals(Buffer.from(twice.value))).toBe(true);
    const { PDFDocument } = await import("pdf-lib");
    const pages = (await PDFDocument.load(once.value)).getPages().map((page) => page.getWidth() > page.getHeight());
    expect(pages).toEqual([false, true]);
    expect(await asOnePdf([{ bytes: Buffer.from("x"), mediaType: "image/jpeg" }], at)).toEqual({
      ok: false,
      failure: "unreadable",
    });
  });
});
