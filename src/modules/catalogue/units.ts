import { type OfficeLevel, policeOffices } from "../../../law/index.ts";
import { day, type PlainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import type { UnitRow } from "./rows.ts";

/** An office that handles dossiers. Its name is the one it bears now; papers already issued keep the old one. */
export type Unit = {
  readonly id: string;
  readonly agencyCode: string;
  readonly level: OfficeLevel;
  /** "PC06", "C06"; null for the general police of a place. */
  readonly shortName: string | null;
  readonly name: Text;
  /** Two digits; "00" for the ministry. The key under which its dossiers are kept. */
  readonly provinceCode: string;
  readonly communeCode: string | null;
  readonly parentId: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** Who took its work when it ended. */
  readonly successorId: string | null;
};

/** Rows as units. English names come from the law's files; an office added later bears its own name in both languages. */
export function unitsOf(rows: readonly UnitRow[]): readonly Unit[] {
  const english = new Map(policeOffices().map((office) => [office.id, office.name]));
  return rows.map((row) => {
    const known = english.get(row.id);
    return {
      id: row.id,
      agencyCode: row.agency_code,
      level: row.level,
      shortName: row.short_name,
      name: { vi: row.name, en: known?.vi === row.name ? known.en : row.name },
      provinceCode: row.province_code,
      communeCode: row.commune_code,
      parentId: row.parent_id,
      address: row.address,
      phone: row.phone,
      from: day(row.valid_from),
      until: row.valid_until === null ? null : day(row.valid_until),
      successorId: row.successor_id,
    };
  });
}
