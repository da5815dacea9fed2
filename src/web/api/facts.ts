import type { Actor } from "../../engine/state/index.ts";
import { type Act, actName, actsAllowed, deriveState, statusName } from "../../engine/state/index.ts";
import { dong } from "../../kernel/dong.ts";
import { type Instant, isoInstant } from "../../kernel/plain-date.ts";
import { readOwn } from "../../modules/access/index.ts";
import type { DossierView, Whereabouts } from "../../modules/dossiers/index.ts";
import { type DebtWithPayment, debtState, isOpen } from "../../modules/payments/index.ts";
import { staysOfDossier } from "../../modules/registers/index.ts";
import type { WebDeps } from "../context.ts";
import type { DossierFacts, PublicDossier, Receipt } from "./shapes.ts";

/** A dossier as data: to anybody, to its filer, and as the receipt of its filing. */

export const API_BASE = "/api/v1";
const momentOf = (at: Instant | null): string | null => (at === null ? null : isoInstant(at));

/** Where the dossier stands for the national portal. */
const nationalOf = ({ nationalPath }: Pick<Whereabouts["state"], "nationalPath">): number =>
  nationalPath.at(-1)?.code ?? 1;

const officeOf = (deps: WebDeps, unitId: string): Receipt["office"] => {
  const { id, agencyCode, name } = deps.catalogue.getUnit(unitId);
  return { id, agencyCode, name };
};

/** What stands at the filing, whatever has been done since: the receipt is the same however often it is asked for. */
const actsOfFiling = (acts: readonly Act[]): readonly Act[] => {
  const at = acts[0]?.at;
  const later = acts.findIndex((act, n) => n > 0 && (act.at !== at || act.by.as !== "system"));
  return later < 0 ? acts : acts.slice(0, later);
};

/** What a receipt is made of; a whole view has it, and so may whoever has just filed. */
type JustFiled = Pick<DossierView, "procedure" | "edition" | "acts"> & {
  readonly row: Pick<DossierView["row"], "code" | "unitId">;
};

/** The answer to a filing, the first time and every time after. */
export function receiptOf(deps: WebDeps, filed: JustFiled): Receipt {
  const { row, procedure, edition } = filed;
  const acts = actsOfFiling(filed.acts);
  const state = deriveState(acts);
  const fees = acts.flatMap((act) => (act.kind === "fee-set" ? act.data.debts : []));
  const acknowledged = acts.find((act) => act.kind === "acknowledged");
  const self = `${API_BASE}/dossiers/${row.code}`;
  return {
    code: row.code,
    procedure: procedure.key,
    edition: edition.id,
    status: state.status,
    statusName: statusName(state.status),
    nationalStatus: nationalOf(state),
    office: officeOf(deps, row.unitId),
    filedAt: isoInstant(state.filedAt),
    dueAt: momentOf(state.dueAt),
    ...(acknowledged && edition.register?.register === "stays"
      ? { stays: { registered: acknowledged.data.entries, onTime: acknowledged.data.onTime ?? null } }
      : {}),
    fees: fees.map(({ feeKey, amountDong, reference }) => ({
      key: feeKey,
      title: edition.fees.find((fee) => fee.key === feeKey)?.title.vi ?? feeKey,
      amount: amountDong,
      reference,
      vietQr: deps.payments.vietQrFor({ amount: dong(amountDong), reference }).payload,
    })),
    receipt: {
      self,
      page: `${deps.settings.publicUrl}/ho-so/${row.code}`,
      documents: `${self}/documents`,
      evidence: `${self}/evidence`,
    },
  };
}

/** What anybody may know who has the code: nothing about a person. */
export function publicFacts(deps: WebDeps, { row, procedure, edition, state }: Whereabouts): PublicDossier {
  return {
    code: row.code,
    procedure: { key: procedure.key, code: edition.code, title: procedure.title },
    status: state.status,
    statusName: statusName(state.status),
    nationalStatus: nationalOf(state),
    office: officeOf(deps, row.unitId),
    filedAt: isoInstant(state.filedAt),
    dueAt: momentOf(state.dueAt),
  };
}

/** Everything about it, for whoever filed it. */
export async function dossierFacts(deps: WebDeps, view: DossierView, actor: Actor): Promise<DossierFacts> {
  const { row, edition, state, acts } = view;
  const debts = await deps.payments.debtsOf(deps.db, row.officeProvince, row.id);
  return {
    ...publicFacts(deps, view),
    version: state.version,
    edition: edition.id,
    channel: row.channel,
    owner: { name: row.ownerName, number: row.ownerNumber },
    acceptedAt: momentOf(state.acceptedAt),
    closedAt: momentOf(state.closedAt),
    outcome: state.outcome,
    number: state.number,
    money: state.money,
    fees: debts.map((debt) => feeOf(deps, debt)),
    supplement: state.supplement ? { at: isoInstant(state.supplement.at), items: [...state.supplement.items] } : null,
    allowedActs: [...actsAllowed(await deps.dossiers.subject(deps.db, view, actor), actor)],
    timeline: acts.map(({ seq, kind, at, by }) => ({
      seq,
      act: kind,
      name: actName(kind),
      at: isoInstant(at),
      by: by.as === "system" ? "system" : by.as === "officer" ? "office" : "filer",
    })),
    answers: row.answers,
    papers: [...row.papers],
    ...(edition.register?.register === "stays" ? { stays: await staysFacts(deps, view) } : {}),
    documents: await documentsOf(deps, view),
  };
}

function feeOf(deps: WebDeps, debt: DebtWithPayment): DossierFacts["fees"][number] {
  const state = debtState(debt);
  return {
    key: debt.feeKey,
    title: debt.title,
    amount: debt.amount,
    reference: debt.reference,
    vietQr: isOpen(debt) ? deps.payments.vietQrFor(debt).payload : null,
    state,
    paidAt: momentOf(debt.paidAt),
    receiptNumber: debt.payment?.receiptNumber ?? null,
  };
}

async function staysFacts(deps: WebDeps, { row }: DossierView): Promise<NonNullable<DossierFacts["stays"]>> {
  const stays = await staysOfDossier(readOwn(deps.db), row.officeProvince, row.id);
  return stays.map((stay) => ({
    entry: stay.id,
    guest: stay.guestName,
    document: stay.documentNumber,
    arrivedAt: isoInstant(stay.arrivedAt),
    leavesOn: stay.leavesOn,
    onTime: stay.onTime,
    ended: stay.ended,
  }));
}

/** The papers the filer may take: each notice by the number of its act, and the result once it is issued. */
export async function documentsOf(deps: WebDeps, view: DossierView): Promise<DossierFacts["documents"]> {
  const base = `${API_BASE}/dossiers/${view.row.code}/documents`;
  const notices = deps.printing.available(view).map(({ seq, title }) => ({ title, href: `${base}/${seq}` }));
  const result = await deps.printing.result(view);
  return result ? [...notices, { title: view.edition.result.title, href: `${base}/result` }] : notices;
}
