import { readOwn, type Session } from "../../../modules/access/index.ts";
import type { DossierView } from "../../../modules/dossiers/index.ts";
import type { Ctx, WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { visitorOf } from "../guard.ts";

/** A dossier of the visitor's own, or of the organisation or ward they act for; anything else is not there. */
export async function mine(deps: WebDeps, c: Ctx): Promise<{ session: Session; view: DossierView } | Response> {
  const session = visitorOf(c);
  if (session instanceof Response) return session;
  const view = await deps.dossiers.find(readOwn(deps.db), c.req.param("code") ?? "");
  const owner = session.organisation?.code ?? session.number;
  const filedFor = view?.state.filer.for;
  if (view && filedFor && filedFor.number !== session.number) {
    // Filed for a minor or ward: open to whoever may act for them today, and to nobody because they once could.
    const ward = (await deps.access.wardsOf(session)).find(({ number }) => number === filedFor.number);
    if (!ward) throw notFound();
    return { session: { ...session, organisation: null, ward }, view };
  }
  if (!view || (view.row.filerAccount !== session.account && view.row.ownerNumber !== owner)) throw notFound();
  return { session, view };
}
