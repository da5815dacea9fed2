import type { Actor } from "../../engine/state/acts.ts";
import type { Instant } from "../../kernel/plain-date.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { type Look, logAccess, type Why } from "./looks.ts";
import type { DataField } from "./purposes.ts";

/**
 * Leave to read personal data. Whatever returns such data asks for one, and only this file makes them: a function cannot
 * be called for somebody's data without saying on whose behalf, and an officer's leave writes the log before it commits.
 */
export type Reading = Sql & { readonly [leave]: Reader };
/** The same within a transaction. */
export type ReadingTx = Reading & Tx;
const leave = Symbol("leave to read personal data");
type Reader = "officer" | "subject" | HouseNeed;

/** An officer's leave: every person found is noted, once a dossier, and stands in their log when the transaction commits. */
export type LoggedReading = ReadingTx & {
  note(seen: {
    readonly subjectNumber: string | null;
    readonly dossierCode: string | null;
    readonly fields: readonly DataField[];
    readonly detail?: string;
  }): void;
};

/**
 * Reads somebody's data for an officer or another system: one transaction that ends with the entries of the log. Nothing
 * noted is an entry too: somebody asked, and nobody was found.
 * @param at the moment of the reading, from the caller's clock
 */
export async function readLogged<T>(
  db: Pick<Database, "inTransaction">,
  at: Instant,
  who: { readonly officeProvince: string; readonly actor: Actor },
  why: Why,
  work: (reading: LoggedReading) => Promise<T>,
): Promise<T> {
  return db.inTransaction(async (tx) => {
    const looks = new Map<string, Look>();
    const found = await work({
      ...tx,
      [leave]: "officer",
      note(seen) {
        const name = JSON.stringify([seen.subjectNumber, seen.dossierCode, seen.detail]);
        const before = looks.get(name)?.fields ?? [];
        looks.set(name, { ...who, ...why, ...seen, fields: [...new Set([...before, ...seen.fields])] });
      },
    });
    const nobody: Look = { ...who, ...why, subjectNumber: null, dossierCode: null, fields: ["found-nobody"] };
    await logAccess(tx, at, ...(looks.size > 0 ? looks.values() : [nobody]));
    return found;
  });
}

/** A person, or an organisation through its representative, reads what is theirs. The caller has made sure that it is. */
export const readOwn = <S extends Sql>(sql: S): S & Reading => ({ ...sql, [leave]: "subject" });

/** What the house needs data for without showing them to anybody. */
export type HouseNeed =
  /** An act is done on a dossier; who did it stands in its chain. */
  | "act"
  /** A filing is checked, and parts of a form stay unasked, by answers that tell no data. */
  | "check-filing"
  /** A paper of a dossier is made for whoever may take it. */
  | "print"
  /** Somebody is told about their dossier, and has to be reached. */
  | "tell"
  /** Only what tells nothing of a person leaves: the status behind a code, whether a chain holds. */
  | "tells-nothing";

/** The house itself reads, for a need of the closed list. */
export const readForHouse = <S extends Sql>(sql: S, need: HouseNeed): S & Reading => ({ ...sql, [leave]: need });
