import {
  type AtCounter,
  type Counter,
  type DeskOfficer,
  type DeskUnit,
  mayServe,
} from "../../../modules/desk/index.ts";
import type { Ctx, WebDeps } from "../../context.ts";
import { deskUnitOf } from "../../desk-words.ts";
import { notFound } from "../../errors.ts";
import { type Officer, officerOf, postedByOfficer } from "../guard.ts";

/** An officer in the waiting room: as the desk knows them, with their unit. */
export type AtDesk = { readonly officer: Officer; readonly by: DeskOfficer; readonly unit: DeskUnit };

/** The officer, or the redirect to sign in. @throws a page that says there is none, for posts that do not serve people */
export function atDesk(deps: WebDeps, c: Ctx): AtDesk | Response {
  const officer = officerOf(c);
  return officer instanceof Response ? officer : deskOf(deps, officer);
}

/** A posted form with its officer. */
export async function postedAtDesk(deps: WebDeps, c: Ctx, showAt: string) {
  const posted = await postedByOfficer(deps, c, showAt);
  return posted instanceof Response ? posted : { ...posted, ...deskOf(deps, posted.officer) };
}

function deskOf(deps: WebDeps, officer: Officer): AtDesk {
  const { id, provinceCode } = officer.post.unit;
  if (!mayServe(officer.post.roles)) throw notFound();
  const by = {
    account: officer.account,
    name: officer.name,
    officeProvince: provinceCode,
    unitId: id,
    roles: officer.post.roles,
  };
  return { officer, by, unit: deskUnitOf(deps, id) };
}

export const placeOf = ({ by }: AtDesk, counter: Counter): AtCounter => ({
  account: by.account,
  officeProvince: by.officeProvince,
  unitId: by.unitId,
  counterId: counter.id,
});
