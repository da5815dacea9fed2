import type { PlainDate } from "../../../src/kernel/plain-date.ts";
import { type Proven, provenCells } from "../basis.ts";
import { dayCell, lazily, numberCell, parseTable, rowsByKey } from "../table.ts";
import { weaponPaperRows, weaponProcedureRows } from "./weapon-rows.ts";

/** Who receives a file: by the holder is C06 for holders of ministry level, the provincial police for the rest. */
export type Receiver = "by-holder" | "c06" | "provincial-police" | "commune-police";
const RECEIVERS: readonly Receiver[] = ["by-holder", "c06", "provincial-police", "commune-police"];

/** A procedure on weapons, explosives, support tools or fireworks, in a period. */
export type WeaponProcedure = Proven & {
  readonly id: string;
  /** National code; empty where none was found. */
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly receiver: Receiver;
  /** Days the result is valid; null where it has no expiry, is valid as written in it, or counts in years. */
  readonly validDays: number | null;
  /** Item of the fee tables; `none` where there is no fee, empty where none was found. */
  readonly fee: string;
  /** First day of each electronic channel, null where there is none. */
  readonly portalFrom: PlainDate | null;
  readonly vneidFrom: PlainDate | null;
};

const dayOrNull = (cell: string): PlainDate | null => (cell === "" ? null : dayCell(cell));

/** The procedures by id; one whose unit changed has a row for each period. Time limits stand with the limits of all procedures. */
export const weaponProcedures = lazily(
  (): ReadonlyMap<string, readonly WeaponProcedure[]> =>
    rowsByKey(
      parseTable(
        [
          "id",
          "code",
          "vi",
          "en",
          "receiver",
          "validDays",
          "fee",
          "portal",
          "vneid",
          "from",
          "until",
          "basis",
          "evidence",
        ],
        weaponProcedureRows,
      ).map((row): WeaponProcedure => {
        const receiver = RECEIVERS.find((known) => known === row.receiver);
        if (!receiver) throw new Error(`no such receiver: ${row.receiver}`);
        return {
          id: row.id,
          code: row.code,
          vi: row.vi,
          en: row.en,
          receiver,
          validDays: numberCell(row.validDays),
          fee: row.fee,
          portalFrom: dayOrNull(row.portal),
          vneidFrom: dayOrNull(row.vneid),
          ...provenCells(row),
        };
      }),
      (row) => row.id,
    ),
);

export const WEAPON_PAPERS = [
  "request",
  "declaration",
  "superior-consent",
  "guard-force-decision",
  "proof-of-origin",
] as const;
export type WeaponPaper = (typeof WEAPON_PAPERS)[number];
/** A paper a procedure asks for, in a period. */
export type NeededPaper = Proven & { readonly id: string; readonly paper: string };

/** The papers by procedure. Those that are not named among WEAPON_PAPERS are asked for in the office and not here. */
export const weaponPapers = lazily(
  (): ReadonlyMap<string, readonly NeededPaper[]> =>
    rowsByKey(
      parseTable(["id", "paper", "from", "until", "basis", "evidence"], weaponPaperRows).map((row) => ({
        id: row.id,
        paper: row.paper,
        ...provenCells(row),
      })),
      (row) => row.id,
    ),
);
