import { type Context, Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf } from "../../../modules/access/index.ts";
import type { RegulationFailure } from "../../../modules/regulations/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { wholeNumber } from "../../forms.ts";
import { type Officer, postedByOfficer } from "../guard.ts";
import type { Errors } from "./boxes.ts";
import { dayForm, readDayForm } from "./day-form.tsx";
import { draftPage } from "./draft.tsx";
import { boxOfFault, figureForm, readFigureForm } from "./figure-form.tsx";
import { editsLaw, keepsLaw, lawKeeper, notYours } from "./guard.ts";
import { LAW_PATH, listPage } from "./list.tsx";
import { pickPage } from "./pick.tsx";
import { proposalPage } from "./proposal.tsx";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const STALE = text(
  "Phiên làm việc đã thay đổi nên chưa ghi nhận. Đề nghị gửi lại.",
  "Your session has changed, so nothing was recorded. Send it again.",
);

/** Changing figures and days off: drafts, proposals, and the second person's word. */
export function regulationPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  const { regulations } = deps;

  const shown = (c: Context<{ Variables: Vars }>, page: (officer: Officer) => Response | Promise<Response>) => {
    const officer = lawKeeper(c);
    return officer instanceof Response ? officer : page(officer);
  };
  const posted = async (
    c: Ctx,
    showAt: string,
    act: (officer: Officer, raw: Raw, stale: boolean) => Promise<Response>,
  ): Promise<Response> => {
    const form = await postedByOfficer(deps, c, href(c, showAt));
    if (form instanceof Response) return form;
    if (!keepsLaw(form.officer)) throw notYours();
    return act(form.officer, form.raw, form.stale);
  };
  const draftOf = async (officer: Officer, id: string) => {
    if (!editsLaw(officer)) throw notYours();
    const draft = UUID.test(id) ? await regulations.draft(officer.account, id) : null;
    if (!draft) throw notFound();
    return draft;
  };
  const proposalOf = async (id: string) => {
    const proposal = UUID.test(id) ? await regulations.proposal(id) : null;
    if (!proposal) throw notFound();
    return proposal;
  };
  const toDraft = (c: Ctx, id: string, more = "") => c.redirect(href(c, `${LAW_PATH}/nhap/${id}${more}`), 303);

  app.get("/quy-dinh", (c) => shown(c, (officer) => listPage(deps, c, officer)));
  app.get("/quy-dinh/muc", (c) => shown(c, (officer) => pickPage(deps, c, officer)));
  app.post("/quy-dinh/moi", (c) =>
    posted(c, LAW_PATH, async (officer, _raw, stale) => {
      if (!editsLaw(officer)) throw notYours();
      if (stale) return listPage(deps, c, officer);
      return toDraft(c, await regulations.begin(officer.account));
    }),
  );

  app.get("/quy-dinh/nhap/:id", (c) =>
    shown(c, async (officer) => draftPage(deps, c, officer, await draftOf(officer, c.req.param("id")), null)),
  );
  app.post("/quy-dinh/nhap/:id/bo/:at", (c) => {
    const { id, at } = c.req.param();
    return posted(c, `${LAW_PATH}/nhap/${id}`, async (officer, _raw, stale) => {
      const draft = await draftOf(officer, id);
      const removed = stale ? null : await regulations.removeChange(officer.account, id, wholeNumber(at, -1, 1_000));
      if (removed?.ok) return toDraft(c, id);
      const failure = removed ? problem(removed.failure) : { errors: {}, extra: [STALE], status: 403 as const };
      return draftPage(deps, c, officer, draft, { ...draft.content, ...failure });
    });
  });
  app.post("/quy-dinh/nhap/:id/xoa", (c) => {
    const id = c.req.param("id");
    return posted(c, `${LAW_PATH}/nhap/${id}`, async (officer, _raw, stale) => {
      const draft = await draftOf(officer, id);
      if (stale)
        return draftPage(deps, c, officer, draft, { ...draft.content, errors: {}, extra: [STALE], status: 403 });
      await regulations.discard(officer.account, id);
      return c.redirect(href(c, `${LAW_PATH}?xoa=1`), 303);
    });
  });
  app.post("/quy-dinh/nhap/:id/gui", (c) => {
    const id = c.req.param("id");
    return posted(c, `${LAW_PATH}/nhap/${id}`, async (officer, raw, stale) => {
      const draft = await draftOf(officer, id);
      const words = {
        title: boxText(raw, "title").trim().slice(0, 200),
        reason: boxText(raw, "reason").trim().slice(0, 2_000),
      };
      if (stale) return draftPage(deps, c, officer, draft, { ...words, errors: {}, extra: [STALE], status: 403 });
      const sent = await regulations.submit(actorOf(officer), id, words);
      if (sent.ok) return c.redirect(href(c, `${LAW_PATH}/de-xuat/${id}?xong=submitted`), 303);
      return draftPage(deps, c, officer, draft, { ...words, ...problem(sent.failure) });
    });
  });

  const forms = {
    muc: { show: figureForm, read: readFigureForm },
    ngay: { show: dayForm, read: async (_c: Ctx, raw: Raw) => readDayForm(raw) },
  } as const;
  for (const [path, { show, read }] of Object.entries(forms)) {
    app.get(`/quy-dinh/nhap/:id/${path}`, (c) =>
      shown(c, async (officer) => {
        const { id } = await draftOf(officer, c.req.param("id") ?? "");
        return show(deps, c, officer, { draft: id, raw: {}, errors: {}, status: 200 });
      }),
    );
    app.post(`/quy-dinh/nhap/:id/${path}`, (c) => {
      const id = c.req.param("id") ?? "";
      const { search } = new URL(c.req.url);
      return posted(c, `${LAW_PATH}/nhap/${id}/${path}${search}`, async (officer, raw, stale) => {
        const { account } = officer;
        await draftOf(officer, id);
        const again = (errors: Errors, status: 403 | 409 | 422) =>
          show(deps, c, officer, { draft: id, raw, errors, status });
        if (stale) return again({ viec: STALE }, 403);
        const { errors, change, unknown } = await read(c, raw);
        if (!change) return again(errors, 422);
        const added = await regulations.addChange(account, id, change, unknown);
        if (added.ok) return toDraft(c, id, "?them=1");
        const { failure } = added;
        const box = failure.kind === "unfit" ? boxOfFault(failure.fault.part) : "viec";
        return again({ [box]: failure.kind === "unfit" ? failure.fault.text : failure.text }, 422);
      });
    });
  }

  app.get("/quy-dinh/de-xuat/:id", (c) =>
    shown(c, async (officer) => proposalPage(deps, c, officer, await proposalOf(c.req.param("id")), null)),
  );
  app.post("/quy-dinh/de-xuat/:id/soan-lai", (c) => {
    const id = c.req.param("id");
    return posted(c, `${LAW_PATH}/de-xuat/${id}`, async (officer, _raw, stale) => {
      const proposal = await proposalOf(id);
      if (!editsLaw(officer)) throw notYours();
      if (stale)
        return proposalPage(deps, c, officer, proposal, { reason: "", error: null, extra: [STALE], status: 403 });
      return toDraft(c, await regulations.begin(officer.account, proposal.content));
    });
  });
  const steps = {
    "cong-bo": (officer: Officer, id: string) => regulations.publish(actorOf(officer), id),
    "tra-lai": (officer: Officer, id: string, raw: Raw) =>
      regulations.giveBack(actorOf(officer), id, boxText(raw, "reason")),
    rut: (officer: Officer, id: string) => regulations.withdraw(actorOf(officer), id),
  } as const;
  const DONE = { "cong-bo": "published", "tra-lai": "returned", rut: "withdrawn" } as const;
  for (const [path, step] of Object.entries(steps)) {
    app.post(`/quy-dinh/de-xuat/:id/${path}`, (c) => {
      const id = c.req.param("id") ?? "";
      return posted(c, `${LAW_PATH}/de-xuat/${id}`, async (officer, raw, stale) => {
        const proposal = await proposalOf(id);
        const reason = boxText(raw, "reason");
        const again = (error: Text | null, extra: readonly Text[], status: 403 | 409 | 422) =>
          proposalPage(deps, c, officer, proposal, { reason, error, extra, status });
        if (stale) return again(null, [STALE], 403);
        const done = await step(officer, id, raw);
        if (done.ok)
          return c.redirect(href(c, `${LAW_PATH}/de-xuat/${id}?xong=${DONE[path as keyof typeof DONE]}`), 303);
        const { failure } = done;
        return failure.kind === "incomplete"
          ? again(failure.text, [], 422)
          : again(null, [failure.text], failure.kind === "refused" ? 403 : 409);
      });
    });
  }
  return app;
}

/** A failure at its box, or above the page where it has none. */
function problem(failure: RegulationFailure): {
  readonly errors: Errors;
  readonly extra: readonly Text[];
  readonly status: 403 | 409 | 422;
} {
  if (failure.kind === "incomplete" && (failure.field === "title" || failure.field === "reason"))
    return { errors: { [failure.field]: failure.text }, extra: [], status: 422 };
  const status = failure.kind === "refused" ? 403 : failure.kind === "incomplete" ? 422 : 409;
  return { errors: {}, extra: [failure.text], status };
}
