import { createHmac, timingSafeEqual } from "node:crypto";
import { deflateSync } from "node:zlib";
import { z } from "zod";
import { decodeBase45, encodeBase45 } from "../../kernel/base45.ts";
import { canonicalJson, type Json } from "../../kernel/canonical-json.ts";
import { inflate } from "../../kernel/inflate.ts";
import { type PlainDate, parseIsoDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";

/**
 * A form of ours on paper carries its answers in square codes, so that nobody types them again. Each code is a line
 * `MC1:<part>/<parts>:<check>:<data>.` of the alphanumeric set (ISO/IEC 18004), so that a keyboard reader can type it:
 * twelve bytes of HMAC-SHA-256 under a key of the house, then the packed answers. The key shows that the paper is ours
 * and unaltered; the answers are checked like any others when they are taken in.
 */
export type PrintedForm = {
  readonly procedure: string;
  readonly edition: string;
  readonly madeOn: PlainDate;
  readonly owner: { readonly name: string; readonly number: string };
  /** Code of the organisation in whose name it is written. */
  readonly organisation: string | null;
  readonly answers: { readonly [key: string]: unknown };
};
export type FormCodeFailure =
  | { readonly kind: "not-a-code" | "altered" | "unreadable" | "newer" | "several" }
  /** Parts that are still to be scanned, counted from 1. */
  | { readonly kind: "parts-missing"; readonly parts: readonly number[]; readonly of: number };

/** So many characters make a code of 73 modules a side at the most: readable from any office printer. */
const PART_CHARACTERS = 600;
export const PARTS_MOST = 8;
const MAC_BYTES = 12;
const UNPACKED_BYTES_MOST = 200_000;
/** Everything a reader may type for one form, line ends included. */
export const FORM_CHARACTERS_MOST = PARTS_MOST * (PART_CHARACTERS + 40);

const Shape = z.strictObject({
  p: z.string().max(100),
  e: z.string().max(100),
  d: z.string().refine((value) => parseIsoDate(value) !== null),
  n: z.string().max(200),
  i: z.string().max(40),
  g: z.string().max(40).optional(),
  a: z.record(z.string(), z.unknown()),
});

const LINE = /^MC(\d+):(\d{1,2})\/(\d{1,2}):([0-9A-F]{6}):(.*)\.$/s;

export const looksLikeFormCode = (typed: string): boolean => /^\s*MC\d+:/.test(typed.replace(/^\ufeff/, ""));

export type FormCodes = ReturnType<typeof createFormCodes>;

/** @param secret of the house: a code made under another is called altered. */
export function createFormCodes(secret: string) {
  const macOf = (packed: Uint8Array): Buffer =>
    createHmac("sha256", secret).update("motcua form code 1").update(packed).digest().subarray(0, MAC_BYTES);

  return {
    /** The lines of the codes to print; null where the form says more than fits on paper. */
    write(form: PrintedForm): readonly string[] | null {
      const { procedure, edition, madeOn, owner, organisation, answers } = form;
      const content = {
        p: procedure,
        e: edition,
        d: madeOn,
        n: owner.name,
        i: owner.number,
        ...(organisation ? { g: organisation } : {}),
        a: answers as Json,
      };
      const packed = deflateSync(Buffer.from(canonicalJson(content as Json), "utf8"), { level: 9 });
      const mac = macOf(packed);
      const written = encodeBase45(Buffer.concat([mac, packed]));
      const of = Math.ceil(written.length / PART_CHARACTERS);
      if (of > PARTS_MOST) return null;
      const check = mac.subarray(0, 3).toString("hex").toUpperCase();
      return Array.from(
        { length: of },
        (_, at) => `MC1:${at + 1}/${of}:${check}:${written.slice(at * PART_CHARACTERS, (at + 1) * PART_CHARACTERS)}.`,
      );
    },

    /** The form from its lines, in whatever order they were scanned; a line scanned twice counts once. */
    async read(typed: string): Promise<Result<PrintedForm, FormCodeFailure>> {
      const joined = joinParts(typed);
      if (!joined.ok) return joined;
      const bytes = decodeBase45(joined.value);
      if (!bytes.ok || bytes.value.length <= MAC_BYTES) return fail({ kind: "unreadable" });
      const [mac, packed] = [bytes.value.subarray(0, MAC_BYTES), bytes.value.subarray(MAC_BYTES)];
      if (!timingSafeEqual(mac, macOf(packed))) return fail({ kind: "altered" });
      const unpacked = await inflate(packed, UNPACKED_BYTES_MOST);
      if (!unpacked.ok) return fail({ kind: "unreadable" });
      const parsed = Shape.safeParse(JSON.parse(Buffer.from(unpacked.value).toString("utf8")));
      if (!parsed.success) return fail({ kind: "unreadable" });
      const { p, e, d, n, i, g, a } = parsed.data;
      const madeOn = parseIsoDate(d);
      if (!madeOn) return fail({ kind: "unreadable" });
      return ok({
        procedure: p,
        edition: e,
        madeOn,
        owner: { name: n, number: i },
        organisation: g ?? null,
        answers: a,
      });
    },
  };
}

function joinParts(typed: string): Result<string, FormCodeFailure> {
  if (typed.length > FORM_CHARACTERS_MOST) return fail({ kind: "unreadable" });
  const parts = new Map<number, string>();
  let first: { readonly of: number; readonly check: string } | null = null;
  for (const line of typed.replace(/^\ufeff/, "").split(/\r?\n/)) {
    if (line.trim() === "") continue;
    // A reader may send spaces around a line, never within the mark that ends it.
    const found = LINE.exec(line.trimStart().trimEnd());
    if (!found) return fail({ kind: "not-a-code" });
    const [, version = "", part = "", of = "", check = "", data = ""] = found;
    if (version !== "1") return fail({ kind: "newer" });
    if (first && (first.check !== check || first.of !== Number(of))) return fail({ kind: "several" });
    first = { of: Number(of), check };
    if (Number(part) < 1 || Number(part) > first.of || first.of > PARTS_MOST) return fail({ kind: "unreadable" });
    parts.set(Number(part), data);
  }
  if (!first) return fail({ kind: "not-a-code" });
  const of = first.of;
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((part) => !parts.has(part));
  if (missing.length > 0) return fail({ kind: "parts-missing", parts: missing, of });
  return ok(Array.from({ length: of }, (_, at) => parts.get(at + 1) ?? "").join(""));
}
