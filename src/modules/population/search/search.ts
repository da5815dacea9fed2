import { createHmac } from "node:crypto";
import type { Actor } from "../../../engine/state/acts.ts";
import type { Instant, PartialDate } from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { text } from "../../../kernel/text.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database, Sql, Tx } from "../../../platform/database/database.ts";
import { codeOf } from "../../../platform/trouble.ts";
import type { DataField, logAccess } from "../../access/index.ts";
import {
  askedWith,
  type Criteria,
  type CriteriaFault,
  CriteriaShape,
  type CriteriaTyped,
  readCriteria,
} from "./criteria.ts";
import { type Found, findPersons } from "./find.ts";
import type { Closeness } from "./rank.ts";
import { limitTime } from "./search-rows.ts";

/** Why somebody is sought; the person reads it in the list of who looked at their data. */
export const purposes = {
  identify: text(
    "Tìm người khai trong hồ sơ mà số định danh chưa khớp",
    "To find somebody in the dossier whose number does not match",
  ),
  relative: text(
    "Tìm người thân, chủ hộ, chủ chỗ ở nêu trong hồ sơ",
    "To find a relative, household head or owner named in the dossier",
  ),
  duplicate: text("Kiểm tra hai người có thể là một", "To see whether two people may be one"),
} as const;
export type Purpose = keyof typeof purposes;

/** The dossier a search is for, as permission sees it. */
export type DossierSought = {
  readonly officeProvince: string;
  readonly code: string;
  readonly unit: string;
  readonly ownerNumber: string;
  readonly closed: boolean;
};

export type SearchParts = {
  readonly db: Database;
  readonly clock: Clock;
  dossierOf(sql: Sql, code: string): Promise<DossierSought | null>;
  /** Writes the look; handed in, because who comes in asks this register. */
  readonly logAccess: typeof logAccess;
  /** Codes of the communes of today that a written name, also one of before 2025-07-01, may mean. */
  communesNamed(name: string): Promise<readonly string[]>;
};

export type SearchWanted = {
  readonly officer: Actor;
  readonly dossier: string;
  readonly purpose: Purpose;
  readonly criteria: CriteriaTyped;
  /** A secret of the session: under it people are named in the page without their numbers. */
  readonly secret: string;
  /** The `ref` of one of those found, whose number and address are to be shown too. */
  readonly open?: string;
};

/** Somebody found, with no more than tells people apart. */
export type PersonFound = {
  readonly ref: string;
  readonly name: string;
  readonly birth: PartialDate;
  readonly sex: "M" | "F";
  readonly commune: string;
  /** The last three digits of the number. */
  readonly numberEnds: string;
  readonly deceased: boolean;
  readonly closeness: Closeness;
};
export type PersonOpened = PersonFound & {
  readonly number: string;
  readonly line: string;
  readonly otherNames: string | null;
};
export type SearchAnswer = {
  readonly people: readonly PersonFound[];
  readonly opened: PersonOpened | null;
  readonly page: number;
  readonly more: boolean;
};

/** What stands in the way of a search. `too-broad`: it took longer than a search may; more has to be said. */
export type SearchFailure =
  | { readonly kind: "not-yours" | "own-dossier" | "dossier-closed" | "too-broad" }
  | { readonly kind: "criteria"; readonly fault: CriteriaFault };

const PAGE_SIZE = 20;
const LONGEST_MS = 1_000;
const TOOK_TOO_LONG = "57014";
/** Which data those shown give away; whoever is opened shows the whole number and address too. */
const SHOWN: readonly DataField[] = ["name", "birth-date", "address"];
const OPENED: readonly DataField[] = [...SHOWN, "number"];

export type PersonSearch = ReturnType<typeof createPersonSearch>;

/** The search for officers: for an open dossier of the officer's unit, with a purpose, and written into the log of looks. */
export function createPersonSearch(parts: SearchParts) {
  const { db, clock } = parts;

  return {
    /**
     * Who meets the criteria, twenty a page. Every person shown gets an entry in the log of looks, in the transaction of the reading.
     */
    async find(wanted: SearchWanted): Promise<Result<SearchAnswer, SearchFailure>> {
      const typed = CriteriaShape.parse(wanted.criteria);
      const criteria = readCriteria(typed, typed.commune === "" ? [] : await parts.communesNamed(typed.commune));
      if (typeof criteria === "string") return fail({ kind: "criteria", fault: criteria });
      try {
        return await db.inTransaction(async (tx) => {
          const dossier = await parts.dossierOf(tx, wanted.dossier);
          const refused = refusalOf(wanted.officer, dossier);
          if (refused || !dossier) return fail({ kind: refused ?? "not-yours" });
          await limitTime(tx, LONGEST_MS);
          const answer = pageOf(await findPersons(tx, criteria), criteria, wanted);
          await logSearch(parts, tx, clock.now(), wanted, dossier, criteria, answer);
          return ok(answer.shown);
        });
      } catch (error) {
        if (codeOf(error) === TOOK_TOO_LONG) return fail({ kind: "too-broad" });
        throw error;
      }
    },
  };
}

function refusalOf(
  officer: Actor,
  dossier: DossierSought | null,
): "not-yours" | "own-dossier" | "dossier-closed" | null {
  if (!dossier || officer.as !== "officer" || officer.unit !== dossier.unit) return "not-yours";
  if (officer.number !== undefined && officer.number === dossier.ownerNumber) return "own-dossier";
  return dossier.closed ? "dossier-closed" : null;
}

type Paged = { readonly shown: SearchAnswer; readonly read: readonly Found[] };

function pageOf(found: readonly Found[], { page }: Criteria, wanted: SearchWanted): Paged {
  const read = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const people = read.map((person) => shownOf(person, wanted));
  const at = wanted.open === undefined ? -1 : people.findIndex(({ ref }) => ref === wanted.open);
  const [chosen, shown] = [read[at], people[at]];
  const opened =
    chosen && shown ? { ...shown, number: chosen.number, line: chosen.line, otherNames: chosen.otherNames } : null;
  return { shown: { people, opened, page, more: found.length > page * PAGE_SIZE }, read };
}

const shownOf = (person: Found, { secret, dossier }: SearchWanted): PersonFound => ({
  ref: createHmac("sha256", secret).update(`${dossier} ${person.number}`).digest("base64url").slice(0, 22),
  name: person.name,
  birth: person.birth,
  sex: person.sex,
  commune: person.commune,
  numberEnds: person.number.slice(-3),
  deceased: person.deceased,
  closeness: person.closeness,
});

/** One entry for each person shown, and one for the search itself, which also tells of searches that found nobody. */
async function logSearch(
  parts: Pick<SearchParts, "logAccess">,
  tx: Tx,
  at: Instant,
  wanted: SearchWanted,
  dossier: DossierSought,
  criteria: Criteria,
  { shown, read }: Paged,
): Promise<void> {
  const look = {
    officeProvince: dossier.officeProvince,
    actor: wanted.officer,
    dossierCode: dossier.code,
    purpose: "search-person" as const,
    detail: `${purposes[wanted.purpose].vi}; tìm theo ${askedWith(criteria).join(", ")}`,
  };
  await parts.logAccess(
    tx,
    at,
    { ...look, subjectNumber: null, fields: read.length === 0 ? ["found-nobody"] : SHOWN },
    ...read.map(({ number }) => ({
      ...look,
      subjectNumber: number,
      fields: shown.opened?.number === number ? OPENED : SHOWN,
    })),
  );
}
