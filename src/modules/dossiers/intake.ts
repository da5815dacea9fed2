import type { FeeExemption } from "../../../law/index.ts";
import type { Edition } from "../../engine/definition/index.ts";
import type { Answers } from "../../engine/form/index.ts";
import { type Act, type Actor, deriveState, type PaperSent, SYSTEM } from "../../engine/state/index.ts";
import type { Dong } from "../../kernel/dong.ts";
import { dossierCode } from "../../kernel/dossier-code.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Database, Sql, Tx } from "../../platform/database/database.ts";
import { asSystem } from "../../platform/database/scope.ts";
import { newId } from "../../platform/ids.ts";
import { basisWords, type Debt, type Payments } from "../payments/index.ts";
import { findStandingStays, insertStays, type NewStay, type StayEntry } from "../registers/index.ts";
import type { Checks, Named } from "../verifications/index.ts";
import type { Admission, Asked } from "./admission.ts";
import type { FilingFailure } from "./failures.ts";
import { claimKeys, findKey, findKeys, insertDossiers, type NewDossier, takeSerials } from "./rows.ts";

/** A submission that passed every check and only wants writing down. */
export type Prepared = {
  readonly officeProvince: string;
  readonly unit: string;
  readonly agencyCode: string;
  readonly procedureKey: string;
  readonly edition: Edition;
  readonly channel: string;
  readonly actor: Actor;
  readonly owner: { readonly name: string; readonly number: string };
  readonly answers: Answers;
  readonly papers: readonly PaperSent[];
  readonly summary: string;
  readonly fees: readonly {
    readonly feeKey: string;
    readonly title: string;
    readonly amount: Dong;
    readonly exemption?: FeeExemption;
  }[];
  readonly stays: readonly StayEntry[];
  /** Whom the population register is asked about. */
  readonly people: readonly Named[];
  readonly key: string;
  readonly requestHash: string;
  readonly at: Instant;
};

export type Filed = {
  readonly code: string;
  readonly dossierId: string;
  readonly officeProvince: string;
  /** The same request had been filed before: this is its dossier, nothing was written. */
  readonly replayed: boolean;
  /** What was written, so that a receipt needs no reading; null for a replay. */
  readonly written: { readonly unitId: string; readonly edition: Edition; readonly acts: readonly Act[] } | null;
};
type Outcome = Result<Filed, FilingFailure>;
type Waiting = {
  readonly prepared: Prepared;
  readonly since: number;
  readonly settle: (outcome: Outcome) => void;
  readonly reject: (cause: unknown) => void;
};

/** What else is written with a submission. */
type IntakeParts = {
  readonly payments: Pick<Payments, "raiseDebts">;
  readonly checks: Pick<Checks, "planFiled">;
  readonly admission: Pick<Admission, "ask" | "wrote">;
};

/** So many submissions share one commit; more only makes the first of them wait. */
const GROUP_MOST = 64;
/** One group is being committed while the next one is being written. */
const GROUPS_AT_ONCE = 2;
const TRIES = 4;

/**
 * Files submissions. Those that arrive together share a transaction and so a disk flush, as PostgreSQL's own group
 * commit does for connections; each gets its answer only after that commit. A group that fails is tried one by one,
 * so that one bad submission harms no other.
 */
export function createIntake(
  db: Database,
  parts: IntakeParts,
): { file(prepared: Prepared, asked: Asked, ticket: string | null): Promise<Outcome> } {
  const queue: Waiting[] = [];
  /** Those who were sent away and have come back at their time: written before whoever came since. */
  const returned: Waiting[] = [];
  /** Being written. */
  const groups = new Set<readonly Waiting[]>();

  const pump = (): void => {
    while (groups.size < GROUPS_AT_ONCE && returned.length + queue.length > 0) {
      const group = returned.splice(0, GROUP_MOST);
      group.push(...queue.splice(0, GROUP_MOST - group.length));
      groups.add(group);
      const started = performance.now();
      // Submissions of several people share the transaction: it is the house that writes.
      void asSystem(() => commitGroup(db, parts, group)).finally(() => {
        // Only a full group shows what the machine can do; a small one shows how few came.
        if (group.length === GROUP_MOST) parts.admission.wrote(group.length * groups.size, performance.now() - started);
        groups.delete(group);
        pump();
      });
    }
  };
  /** How many are before whoever comes now, and how long the first of them has waited. */
  const line = (): { waiting: number; oldestMs: number } => {
    const parts = [returned, queue, ...groups];
    const since = Math.min(...parts.map(([first]) => first?.since ?? Infinity));
    return {
      waiting: parts.reduce((sum, part) => sum + part.length, 0),
      oldestMs: since === Infinity ? 0 : performance.now() - since,
    };
  };

  return {
    file(prepared, asked, ticket) {
      const answer = parts.admission.ask(asked, ticket, line());
      if ("ticket" in answer) return Promise.resolve(fail({ kind: "busy", ...answer }));
      return new Promise((settle, reject) => {
        const idle = queue.length + returned.length === 0;
        (answer.first ? returned : queue).push({ prepared, since: performance.now(), settle, reject });
        // Submissions of the same turn of the event loop gather before the first group leaves.
        if (idle) setImmediate(pump);
      });
    },
  };
}

async function commitGroup(db: Database, parts: IntakeParts, group: readonly Waiting[]): Promise<void> {
  try {
    const prepared = group.map((waiting) => waiting.prepared);
    const outcomes = await withRetries(() => writeGroup(db, parts, prepared));
    for (const [at, waiting] of group.entries())
      waiting.settle(await answered(db, waiting.prepared, outcomes[at] ?? "replayed"));
  } catch (cause) {
    if (group.length === 1) group[0]?.reject(cause);
    else for (const waiting of group) await commitGroup(db, parts, [waiting]);
  }
}

/** A deadlock or a serialisation failure is nobody's fault: the same transaction is simply tried again. */
async function withRetries<T>(work: () => Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const state = (cause as { code?: string }).code;
    if (tries > 1 && (state === "40P01" || state === "40001")) return withRetries(work, tries - 1);
    throw cause;
  }
}

/** Written now; claimed by an earlier request with the same key; or all of it registered before. */
type Written = Filed | "replayed" | { readonly alreadyRegistered: readonly string[] };

async function answered(db: Database, prepared: Prepared, written: Written): Promise<Outcome> {
  if (typeof written === "object" && !("alreadyRegistered" in written)) return ok(written);
  const earlier = await findKey(db, prepared.actor.account, prepared.key);
  // Stays may have been registered by this very request, sent twice and written by a group a moment ago.
  if (!earlier && typeof written === "object")
    return fail({ kind: "already-registered", codes: written.alreadyRegistered });
  if (!earlier) throw new Error("an idempotency key was refused and is not there");
  if (earlier.requestHash !== prepared.requestHash) return fail({ kind: "key-reused" });
  return ok({
    code: earlier.code,
    dossierId: earlier.dossierId,
    officeProvince: earlier.officeProvince,
    replayed: true,
    written: null,
  });
}

type Numbered = { readonly prepared: Prepared; readonly at: number; readonly id: string; readonly code: string };

/**
 * Writes what is new in a group. Numbers are taken before, in a commit of their own: no group waits with an office's
 * book in its hands, and what fails afterwards leaves a gap in the numbers, never the same number twice.
 */
async function writeGroup(db: Database, parts: IntakeParts, group: readonly Prepared[]): Promise<readonly Written[]> {
  const results: Written[] = group.map(() => "replayed");
  const fresh = await withoutReplays(db, group);
  const registered = await registeredBefore(
    db,
    fresh.map(({ prepared }) => prepared),
  );
  const toWrite = fresh.filter(({ prepared, at }) => {
    const codes = registered.get(prepared);
    if (codes) results[at] = { alreadyRegistered: codes };
    return !codes;
  });
  if (toWrite.length === 0) return results;

  const codes = await giveCodes(
    db,
    toWrite.map(({ prepared }) => prepared),
  );
  const numbered = toWrite.map(({ prepared, at }, n) => ({ prepared, at, id: newId(), code: codes[n] ?? "" }));
  for (const { prepared, at, dossier } of await db.inTransaction((tx) => writeNumbered(tx, parts, numbered))) {
    const { code, id: dossierId, officeProvince, acts } = dossier;
    const written = { unitId: prepared.unit, edition: prepared.edition, acts };
    results[at] = { code, dossierId, officeProvince, replayed: false, written };
  }
  return results;
}

/** One statement a table, whatever the size of the group; answers those whose key nobody had claimed before. */
async function writeNumbered(
  tx: Tx,
  { payments, checks }: IntakeParts,
  numbered: readonly Numbered[],
): Promise<readonly { prepared: Prepared; at: number; dossier: NewDossier }[]> {
  const claimed = await claimKeys(
    tx,
    numbered.map(({ prepared, id, code }) => ({
      account: prepared.actor.account,
      key: prepared.key,
      requestHash: prepared.requestHash,
      officeProvince: prepared.officeProvince,
      dossierId: id,
      code,
    })),
  );
  const mine = numbered.filter(({ prepared }) => claimed.has(`${prepared.actor.account} ${prepared.key}`));
  const stays = mine.flatMap(({ prepared, id, code }) =>
    prepared.stays.map(
      (entry): NewStay => ({
        ...entry,
        officeProvince: prepared.officeProvince,
        dossierId: id,
        dossierCode: code,
        notifiedAt: prepared.at,
      }),
    ),
  );
  const entered = await insertStays(tx, stays);
  const fees = mine.flatMap(({ prepared, id, code }) =>
    prepared.fees.map((fee) => ({
      officeProvince: prepared.officeProvince,
      dossierId: id,
      dossierCode: code,
      unitId: prepared.unit,
      ...fee,
    })),
  );
  const debts = fees.length > 0 ? await payments.raiseDebts(tx, fees) : [];
  const owedBy = Map.groupBy(debts, (debt) => debt.dossierId);
  const opening = mine.map(({ prepared, at, id, code }) => ({
    prepared,
    at,
    dossier: opened(prepared, id, code, entered, owedBy.get(id) ?? []),
  }));
  await insertDossiers(
    tx,
    opening.map(({ dossier }) => dossier),
  );
  await planChecks(tx, checks, mine);
  return opening;
}

/** The checks against the population register leave with the filing: who waits for them is the job, never the sender. */
async function planChecks(tx: Tx, checks: IntakeParts["checks"], filed: readonly Numbered[]): Promise<void> {
  const [first] = filed;
  if (!first) return;
  const dossiers = filed.map(({ prepared, id, code }) => ({
    officeProvince: prepared.officeProvince,
    dossierId: id,
    dossierCode: code,
    answersSeq: FILED_SEQ,
    procedure: prepared.edition.code,
    people: prepared.people,
  }));
  await checks.planFiled(tx, dossiers, first.prepared.at);
}
/** `filed` is the first act of every dossier. */
const FILED_SEQ = 1;

/** Requests of the group whose key is new, one a key: a second one with the same key is answered from the first. */
async function withoutReplays(
  sql: Sql,
  group: readonly Prepared[],
): Promise<readonly { prepared: Prepared; at: number }[]> {
  const claimed = await findKeys(
    sql,
    group.map(({ actor, key }) => ({ account: actor.account, key })),
  );
  const seen = new Set(claimed.map(({ account, key }) => `${account} ${key}`));
  const fresh: { prepared: Prepared; at: number }[] = [];
  for (const [at, prepared] of group.entries()) {
    const name = `${prepared.actor.account} ${prepared.key}`;
    if (seen.has(name)) continue;
    seen.add(name);
    fresh.push({ prepared, at });
  }
  return fresh;
}

/** Submissions all of whose stays stand in the register already, with the codes under which they were notified. */
async function registeredBefore(
  sql: Sql,
  group: readonly Prepared[],
): Promise<ReadonlyMap<Prepared, readonly string[]>> {
  const nameOf = (stay: { hostKey: string; documentNumber: string; arrivedAt: Instant }): string =>
    `${stay.hostKey} ${stay.documentNumber} ${stay.arrivedAt}`;
  const stays = group.flatMap(({ officeProvince, stays }) => stays.map((stay) => ({ ...stay, officeProvince })));
  const found = new Map<Prepared, readonly string[]>();
  if (stays.length === 0) return found;
  // The host's key holds the commune, and so the province.
  const codes = new Map((await findStandingStays(sql, stays)).map((stay) => [nameOf(stay), stay.dossierCode]));
  for (const prepared of group) {
    const before = prepared.stays.flatMap((stay) => codes.get(nameOf(stay)) ?? []);
    if (before.length > 0 && before.length === prepared.stays.length) found.set(prepared, [...new Set(before)]);
  }
  return found;
}

/** The next codes of the offices concerned, in the order of the group; each office counts anew each day. */
async function giveCodes(sql: Sql, group: readonly Prepared[]): Promise<readonly string[]> {
  const codes = new Map<Prepared, string>();
  for (const [period, ofDay] of Map.groupBy(group, ({ at }) => dayOfInstant(at))) {
    const byUnit = Map.groupBy(ofDay, ({ unit }) => unit);
    const wanted = [...byUnit].map(([unit, some]) => ({
      officeProvince: some[0]?.officeProvince ?? "",
      unit,
      book: "dossier",
      period,
      count: some.length,
    }));
    const last = await takeSerials(sql, wanted);
    for (const [unit, some] of byUnit) {
      const first = (last.get(unit) ?? some.length) - some.length + 1;
      for (const [n, prepared] of some.entries())
        codes.set(prepared, dossierCode(prepared.agencyCode, period, first + n));
    }
  }
  return group.map((prepared) => codes.get(prepared) ?? "");
}

/** The dossier with its first acts: filed; then the fee set, or the notification acknowledged at once. */
function opened(
  prepared: Prepared,
  id: string,
  code: string,
  entered: ReadonlySet<string>,
  owed: readonly Debt[],
): NewDossier {
  const { actor, at } = prepared;
  const acts: Act[] = [
    {
      seq: 1,
      id: newId(),
      kind: "filed",
      at,
      by: actor,
      data: {
        code,
        channel: prepared.channel,
        answers: prepared.answers,
        papers: prepared.papers,
        unit: prepared.unit,
      },
    },
  ];
  if (owed.length > 0) {
    acts.push({
      seq: 2,
      id: newId(),
      kind: "fee-set",
      at,
      by: SYSTEM,
      data: { debts: owed.map(({ id, feeKey, amount, reference }) => ({ id, feeKey, amountDong: amount, reference })) },
    });
    acts.push(...waivedAtOnce(prepared, owed));
  }
  if (prepared.edition.handling === "on-the-spot") {
    const mine = prepared.stays.filter((stay) => entered.has(stay.id));
    acts.push({
      seq: acts.length + 1,
      id: newId(),
      kind: "acknowledged",
      at,
      by: SYSTEM,
      data: {
        entries: prepared.stays.length > 0 ? mine.length : 1,
        ...(prepared.stays.length > 0 ? { onTime: mine.every((stay) => at < stay.dueAt) } : {}),
      },
    });
  }
  return {
    officeProvince: prepared.officeProvince,
    id,
    code,
    procedureKey: prepared.procedureKey,
    editionId: prepared.edition.id,
    channel: prepared.channel,
    ownerName: prepared.owner.name,
    ownerNumber: prepared.owner.number,
    filer: actor,
    answers: prepared.answers,
    papers: prepared.papers,
    summary: prepared.summary,
    acts,
    state: deriveState(acts),
  };
}

/** Fees that the law does not ask of this person, by what the office knows itself. */
const waivedAtOnce = (prepared: Prepared, owed: readonly Debt[]): readonly Act[] =>
  owed
    .filter(({ waived }) => waived > 0)
    .map((debt, n) => {
      const exemption = prepared.fees.find(({ feeKey }) => feeKey === debt.feeKey)?.exemption;
      return {
        seq: 3 + n,
        id: newId(),
        kind: "fee-waived",
        at: prepared.at,
        by: SYSTEM,
        data: {
          debt: debt.id,
          amountDong: debt.waived,
          ground: exemption?.title.vi ?? "",
          basis: exemption ? basisWords(exemption) : "",
          reason: exemption?.proof.vi ?? "",
          leaves: owed.some((other) => other.cancelledAt === null) ? "due" : "none",
          dueAt: null,
          clockFrom: null,
        },
      };
    });
