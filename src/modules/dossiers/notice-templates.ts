import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import type { DossierView } from "./dossiers.ts";
import * as rows from "./notice-template-rows.ts";

/** What a head of a unit writes down for the colleagues. */
export type TemplateWish = Pick<rows.NoticeTemplate, "title" | "body"> & {
  readonly kind: string;
  /** Empty: for every procedure. */
  readonly procedureKey: string;
  readonly basis: string;
};
/** Why it was not kept, by the box that is wrong. */
export type TemplateFault = "kind" | "procedureKey" | "title" | "body" | "basis" | "not-yours";
/** An officer of a unit, as far as templates ask. */
type Keeper = {
  readonly account: string;
  readonly name: string;
  readonly post: {
    readonly roles: readonly string[];
    readonly unit: { readonly id: string; readonly provinceCode: string };
  };
};
const LONGEST = { title: 120, body: 2_000, basis: 500 } as const;

/** An office's words for its notices: read by all of the unit, kept by its head, never changed but ended. */
export function createNoticeTemplates(deps: {
  readonly db: Database;
  readonly clock: Clock;
  findProcedure(key: string): unknown;
}) {
  const { db, clock } = deps;
  const mayKeep = (officer: Keeper): boolean => officer.post.roles.includes("unitLead");

  return {
    mayKeep,
    ofUnit: (unit: string): Promise<readonly rows.NoticeTemplate[]> => rows.livingTemplates(db, unit),

    async keep(officer: Keeper, wish: TemplateWish): Promise<Result<string, TemplateFault>> {
      if (!mayKeep(officer)) return fail("not-yours");
      const kind = rows.TEMPLATE_KINDS.find((known) => known === wish.kind);
      const [title, body, basis] = [wish.title.trim(), wish.body.replace(/\r\n/g, "\n").trim(), wish.basis.trim()];
      if (!kind) return fail("kind");
      if (wish.procedureKey !== "" && !deps.findProcedure(wish.procedureKey)) return fail("procedureKey");
      if (title === "" || title.length > LONGEST.title) return fail("title");
      if (body === "" || body.length > LONGEST.body) return fail("body");
      if (basis.length > LONGEST.basis) return fail("basis");
      const id = newId();
      const { id: unit, provinceCode: officeProvince } = officer.post.unit;
      const by = { account: officer.account, name: officer.name };
      const row = { officeProvince, id, unit, kind, title, body, by, createdAt: clock.now() };
      await db.inTransaction((tx) =>
        rows.insertTemplate(tx, { ...row, procedureKey: wish.procedureKey || null, basis: basis || null }),
      );
      return ok(id);
    },

    /** Ends a template of the unit at once. False where there is none to end, or the officer does not lead. */
    end: async (officer: Keeper, id: string): Promise<boolean> =>
      mayKeep(officer) && rows.endTemplate(db, officer.post.unit.id, id, officer.name, clock.now()),
  };
}

/** The words of a template for one dossier: `{ma-ho-so}`, `{thu-tuc}` and `{chu-ho-so}` are filled in. */
export const filledIn = (words: string, { row, procedure }: Pick<DossierView, "row" | "procedure">): string =>
  words
    .replaceAll("{ma-ho-so}", row.code)
    .replaceAll("{thu-tuc}", procedure.title.vi)
    .replaceAll("{chu-ho-so}", row.ownerName);
