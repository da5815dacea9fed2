import type { Edition } from "../../engine/definition/index.ts";
import type { Answers } from "../../engine/form/index.ts";
import { type Act, type Actor, deriveState, type PaperSent } from "../../engine/state/index.ts";
import type { Dong } from "../../kernel/dong.ts";
import { dossierCode } from "../../kernel/dossier-code.ts";
import { dayOfInstant, type Instant } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Database, Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Debt, Payments } from "../payments/index.ts";
import { findStandingStays, insertStays, type NewStay, type StayEntry } from "../registers/index.ts";
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
  readonly fees: readonly { readonly feeKey: string; readonly title: string; readonly amount: Dong }[];
  readonly stays: readonly StayEntry[];
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
  readonly settle: (outcome: Outcome) => void;
  readonly reject: (cause: unknown) => void;
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
  payments: Pick<Payments, "raiseDebts">,
): { file(prepared: Prepared): Promise<Outcome> } {
  const queue: Waiting[] = [];
  let groups = 0;

  const pump = (): void => {
    while (groups < GROUPS_AT_ONCE && queue.length > 0) {
      groups += 1;
      void commitGroup(db, payments, queue.splice(0, GROUP_MOST)).finally(() => {
        groups -= 1;
        pump();
      });
    }
  };

  return {
    file: (prepared) =>
      new Promise((settle, reject) => {
        queue.push({ prepared, settle, reject });
        // Submissions of the same turn of the event loop gather before the first group leaves.
        if (queue.length === 1) setImmediate(pump);
      }),
  };
}

async function commitGroup(
  db: Database,
  payments: Pick<Payments, "raiseDebts">,
  group: readonly Waiting[],
): Promise<void> {
  try {
    const outcomes = await withRetries(() =>
      db.inTransaction((tx) =>
        writeGroup(
          tx,
          payments,
          group.map((w) => w.prepared),
        ),
      ),
    );
    for (const [at, waiting] of group.entries())
      waiting.settle(await answered(db, waiting.prepared, outcomes[at] ?? "replayed"));
  } catch (cause) {
    if (group.length === 1) group[0]?.reject(cause);
    else for (const waiting of group) await commitGroup(db, payments, [waiting]);
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
  if (typeof written === "object") {
    return "alreadyRegistered" in written
      ? fail({ kind: "already-registered", codes: written.alreadyRegistered })
      : ok(written);
  }
  const earlier = await findKey(db, prepared.actor.account, prepared.key);
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

async function writeGroup(
  tx: Tx,
  payments: Pick<Payments, "raiseDebts">,
  group: readonly Prepared[],
): Promise<readonly Written[]> {
  const results: Written[] = group.map(() => "replayed");
  const fresh = await withoutReplays(tx, group);
  const registered = await registeredBefore(
    tx,
    fresh.map(({ prepared }) => prepared),
  );
  const toWrite = fresh.filter(({ prepared, at }) => {
    const codes = registered.get(prepared);
    if (codes) results[at] = { alreadyRegistered: codes };
    return !codes;
  });
  if (toWrite.length === 0) return results;

  const codes = await giveCodes(
    tx,
    toWrite.map(({ prepared }) => prepared),
  );
  const numbered = toWrite.map(({ prepared, at }, n) => ({ prepared, at, id: newId(), code: codes[n] ?? "" }));
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
  const debts = await payments.raiseDebts(
    tx,
    mine.flatMap(({ prepared, id, code }) =>
      prepared.fees.map((fee) => ({
        officeProvince: prepared.officeProvince,
        dossierId: id,
        dossierCode: code,
        ...fee,
      })),
    ),
  );
  const dossiers = mine.map(({ prepared, at, id, code }) => ({
    prepared,
    at,
    dossier: opened(prepared, id, code, entered, debts),
  }));
  await insertDossiers(
    tx,
    dossiers.map(({ dossier }) => dossier),
  );
  for (const { prepared, at, dossier } of dossiers) {
    const { code, id: dossierId, officeProvince, unitId, acts } = dossier;
    const written = { unitId, edition: prepared.edition, acts };
    results[at] = { code, dossierId, officeProvince, replayed: false, written };
  }
  return results;
}

/** Requests of the group whose key is new, one a key: a second one with the same key is answered from the first. */
async function withoutReplays(tx: Tx, group: readonly Prepared[]): Promise<{ prepared: Prepared; at: number }[]> {
  const seen = new Set<string>();
  const fresh: { prepared: Prepared; at: number }[] = [];
  for (const [at, prepared] of group.entries()) {
    const name = `${prepared.actor.account} ${prepared.key}`;
    if (seen.has(name)) continue;
    seen.add(name);
    fresh.push({ prepared, at });
  }
  // Only those that would find all their stays registered must know at once whether they are replays of themselves.
  const withStays = fresh.filter(({ prepared }) => prepared.stays.length > 0);
  if (withStays.length === 0) return fresh;
  const claimed = await findKeys(
    tx,
    withStays.map(({ prepared }) => ({ account: prepared.actor.account, key: prepared.key })),
  );
  const replays = new Set(claimed.map(({ account, key }) => `${account} ${key}`));
  return fresh.filter(({ prepared }) => !replays.has(`${prepared.actor.account} ${prepared.key}`));
}

/** Submissions all of whose stays stand in the register already, with the codes under which they were notified. */
async function registeredBefore(tx: Tx, group: readonly Prepared[]): Promise<ReadonlyMap<Prepared, readonly string[]>> {
  const nameOf = (stay: { hostKey: string; documentNumber: string; arrivedAt: Instant }): string =>
    `${stay.hostKey} ${stay.documentNumber} ${stay.arrivedAt}`;
  const stays = group.flatMap(({ officeProvince, stays }) => stays.map((stay) => ({ ...stay, officeProvince })));
  const found = new Map<Prepared, readonly string[]>();
  if (stays.length === 0) return found;
  // The host's key holds the commune, and so the province.
  const codes = new Map((await findStandingStays(tx, stays)).map((stay) => [nameOf(stay), stay.dossierCode]));
  for (const prepared of group) {
    const before = prepared.stays.flatMap((stay) => codes.get(nameOf(stay)) ?? []);
    if (before.length > 0 && before.length === prepared.stays.length) found.set(prepared, [...new Set(before)]);
  }
  return found;
}

async function giveCodes(tx: Tx, group: readonly Prepared[]): Promise<readonly string[]> {
  const wanted = new Map<
    string,
    { officeProvince: string; unit: string; book: string; period: string; count: number }
  >();
  for (const { officeProvince, unit, at } of group) {
    const before = wanted.get(unit);
    wanted.set(unit, {
      officeProvince,
      unit,
      book: "dossier",
      period: dayOfInstant(at),
      count: (before?.count ?? 0) + 1,
    });
  }
  const last = new Map(await takeSerials(tx, [...wanted.values()]));
  const next = new Map([...wanted].map(([unit, { count }]) => [unit, (last.get(unit) ?? 0) - count + 1]));
  return group.map(({ unit, agencyCode, at }) => {
    const serial = next.get(unit) ?? 1;
    next.set(unit, serial + 1);
    return dossierCode(agencyCode, dayOfInstant(at), serial);
  });
}

/** The dossier with its first acts: filed; then the fee set, or the notification acknowledged at once. */
function opened(
  prepared: Prepared,
  id: string,
  code: string,
  entered: ReadonlySet<string>,
  debts: readonly Debt[],
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
  const owed = debts.filter((debt) => debt.dossierId === id);
  if (owed.length > 0) {
    acts.push({
      seq: 2,
      id: newId(),
      kind: "fee-set",
      at,
      by: SYSTEM,
      data: { debts: owed.map(({ id, feeKey, amount, reference }) => ({ id, feeKey, amountDong: amount, reference })) },
    });
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
    unitId: prepared.unit,
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

/** The system itself, where no person acts. */
export const SYSTEM: Actor = {
  account: "00000000-0000-0000-0000-000000000000",
  name: "Hệ thống Một Cửa",
  as: "system",
};
