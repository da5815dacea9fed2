import type { Evidence } from "../../src/engine/definition/index.ts";
import { day } from "../../src/kernel/plain-date.ts";
import type { LegalSource, SourceKind } from "./index.ts";

type More = {
  readonly issued?: string;
  readonly replacedBy?: string;
  readonly amendedBy?: readonly string[];
  readonly note?: string;
};

/** One legal text on one line: kind, number, title, first and last day in force, evidence, and what else is known. */
export function entry(
  kind: SourceKind,
  number: string,
  title: string,
  from: string | null,
  until: string | null,
  evidence: Evidence,
  more: More = {},
): LegalSource {
  return {
    id: number,
    number,
    title,
    kind,
    inForceFrom: from === null ? null : day(from),
    inForceUntil: until === null ? null : day(until),
    evidence,
    ...(more.issued === undefined ? {} : { issuedOn: day(more.issued) }),
    ...(more.replacedBy === undefined ? {} : { replacedBy: more.replacedBy }),
    ...(more.amendedBy === undefined ? {} : { amendedBy: more.amendedBy }),
    ...(more.note === undefined ? {} : { note: more.note }),
  };
}
