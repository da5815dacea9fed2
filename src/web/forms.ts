import type { Raw } from "../engine/form/index.ts";
import type { Ctx } from "./context.ts";
import { storable } from "./uploads.ts";

/** A posted form is read once, within limits, into text by name. */

/** Far above any honest page of ours, far below what would hurt. */
const BODY_BYTES_MOST = 2_000_000;
const BOXES_MOST = 5_000;

export class BodyTooLarge extends Error {}

/** The boxes of a posted page; a name that comes several times has several values. @throws BodyTooLarge */
export async function readForm(c: Ctx): Promise<Raw> {
  const declared = Number(c.req.header("content-length") ?? 0);
  if (declared > BODY_BYTES_MOST) throw new BodyTooLarge();
  const text = await c.req.text();
  if (text.length > BODY_BYTES_MOST) throw new BodyTooLarge();
  const raw: Record<string, string | string[]> = {};
  let boxes = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    boxes += 1;
    if (boxes > BOXES_MOST) throw new BodyTooLarge();
    if (name === "__proto__") continue;
    const before = raw[name];
    raw[name] = before === undefined ? value : [...(typeof before === "string" ? [before] : before), value];
  }
  return raw;
}

/** A whole number from an address or a box, within bounds; the fallback for anything else. */
export function wholeNumber(value: string | undefined, fallback: number, most: number): number {
  const number = Number(value);
  return value !== undefined && /^\d{1,9}$/.test(value) && number <= most ? number : fallback;
}

/** What was typed into a search or stands in an address, as the database can be asked for it. */
export const searchTyped = (c: Ctx, name: string, longest: number): string =>
  storable(c.req.query(name) ?? "")
    .trim()
    .slice(0, longest);

/** Ids in addresses come from anywhere: the database is asked only for what may be one. */
export const isId = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
