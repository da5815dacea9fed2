import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { ActWanted } from "../../../modules/dossiers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { goToProvider } from "../../portal/sign-in.tsx";
import { confirmSentence, isToConfirm } from "../dossier/confirm.tsx";
import { choicesFor, staffingOf, suggestedOf } from "../dossier/staff.ts";
import { type Officer, officerOf, postedByOfficer } from "../guard.ts";
import {
  type Able,
  type Chosen,
  digestOfMany,
  doMany,
  isManyAct,
  MANY_MOST,
  type ManyAct,
  openTicked,
  sortOut,
} from "./acts.ts";
import { chosenBoxes, confirmManyPage, listPage, outcomePage } from "./pages.tsx";

export const MANY = "/office/nhieu";

/** One act on many dossiers that were ticked in the work list: what will be done, one confirmation, what became of each. */
export function manyPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/nhieu", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const act = c.req.query("viec") ?? "";
    if (!isManyAct(act)) throw notFound();
    return list(c, officer, act, codesIn(c.req.queries("ma") ?? []), {}, {});
  });

  app.post("/nhieu", async (c) => {
    const posted = await postedByOfficer(deps, c, href(c, "/office"));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const act = boxText(raw, "viec");
    if (!isManyAct(act)) throw notFound();
    const chosen = chosenIn(raw);
    const codes = chosen.map(({ code }) => code);
    const again = (errors: Errors) => list(c, officer, act, codes, raw, errors);
    if (stale) return again({ muc: STALE });
    if (chosen.length === 0) return again({ muc: NOTHING_CHOSEN });
    const wanted = await wantedIn(officer, act, raw);
    if (!wanted.ok) return again(wanted.failure);

    const { able, others } = sortOut(officer, act, chosen, await openTicked(deps, officer, act, codes));
    let confirmed: "passkey" | "sign-in" | null = null;
    if (able.length > 0 && isToConfirm(act)) {
      const digest = digestOfMany(officer, wanted.value, able);
      if (boxText(raw, "_signin")) {
        const gone = await signInFor(c, officer, act, codes, digest);
        return gone instanceof Response
          ? gone
          : confirmManyPage(deps, c, officer, asked(act, able), SIGN_IN_ONLY, gone);
      }
      const confirmation = await deps.access.confirm(officer, digest, boxText(raw, "_passkey") || null);
      if (!confirmation.ok) {
        const { failure } = confirmation;
        const ways = failure.tag === "locked" ? [] : failure.ways;
        const options = ways.includes("passkey") ? await deps.access.askForConfirmation(officer, digest) : null;
        return confirmManyPage(deps, c, officer, asked(act, able), { ways, options }, confirmSentence(failure));
      }
      confirmed = confirmation.value;
    }
    const done = await doMany(deps, officer, wanted.value, able, confirmed);
    const outcomes = [...done, ...others].sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
    return outcomePage(deps, c, officer, act, outcomes);
  });

  const list = async (c: Ctx, officer: Officer, act: ManyAct, codes: readonly string[], raw: Raw, errors: Errors) =>
    listPage(deps, c, officer, {
      act,
      ticked: await openTicked(deps, officer, act, codes),
      choices: act === "assigned" ? choicesFor({ officer, ...(await staffingOf(deps, officer.post.unit.id)) }) : [],
      raw,
      errors,
    });

  const wantedIn = async (officer: Officer, act: ManyAct, raw: Raw): Promise<Result<ActWanted, Errors>> => {
    if (act !== "assigned") {
      if (act === "signed" && boxText(raw, "confirm") !== "yes") return { ok: false, failure: { confirm: NOT_TICKED } };
      return ok({ act });
    }
    const staff = { officer, ...(await staffingOf(deps, officer.post.unit.id)) };
    const to = choicesFor(staff).find(({ account }) => account === boxText(raw, "to"));
    return to
      ? ok({ act, to: { account: to.account, name: to.name }, suggested: suggestedOf(staff) })
      : { ok: false, failure: { to: NOBODY } };
  };

  /** Signs in for these very acts; the list stands again afterwards, and its button needs one more press. */
  const signInFor = (c: Ctx, officer: Officer, act: ManyAct, codes: readonly string[], digest: Buffer) => {
    const query = new URLSearchParams([["viec", act], ...codes.map((code) => ["ma", code])]);
    return goToProvider(deps, c, "officer", href(c, `${MANY}?${query}`), {
      fresh: true,
      account: officer.account,
      confirms: digest,
    });
  };

  return app;
}

type Errors = Readonly<Record<string, Text>>;
const asked = (act: ManyAct, able: readonly Able[]) => ({ act, boxes: chosenBoxes(act, able), able });
const SIGN_IN_ONLY = { ways: ["sign-in"] as const, options: null };

const CODE = /^[\w.-]{3,60}$/;
const codesIn = (typed: readonly string[]): readonly string[] =>
  [...new Set(typed)].filter((code) => CODE.test(code)).slice(0, MANY_MOST);

/** The ticked rows as posted, each `code@seen`. */
function chosenIn(raw: Raw): readonly Chosen[] {
  const chosen = [raw.muc ?? []].flat().flatMap((one): Chosen[] => {
    const [code = "", seen = ""] = one.split("@");
    return CODE.test(code) && /^\d{1,6}$/.test(seen) ? [{ code, seen: Number(seen) }] : [];
  });
  return [...new Map(chosen.map((one) => [one.code, one])).values()].slice(0, MANY_MOST);
}

const STALE = text(
  "Phiên làm việc đã thay đổi nên chưa có gì được ghi. Đề nghị gửi lại.",
  "Your session has changed, so nothing was recorded. Please send it again.",
);
const NOTHING_CHOSEN = text("Vui lòng đánh dấu ít nhất một hồ sơ.", "Tick at least one dossier.");
const NOT_TICKED = text("Vui lòng đánh dấu xác nhận trước khi ký số.", "Tick the confirmation before signing.");
const NOBODY = text("Vui lòng chọn cán bộ thụ lý của đơn vị.", "Choose an officer of the unit.");
