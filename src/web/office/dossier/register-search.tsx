import { Hono } from "hono";
import { boxText, type Raw } from "../../../engine/form/index.ts";
import { showPartialDate } from "../../../kernel/plain-date.ts";
import { type Text, text } from "../../../kernel/text.ts";
import { actorOf, readLogged } from "../../../modules/access/index.ts";
import { type CriteriaTyped, type Purpose, purposes, type SearchFailure } from "../../../modules/population/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../../context.ts";
import { notFound } from "../../errors.ts";
import { wholeNumber } from "../../forms.ts";
import { parkedAnswers } from "../../portal/guard.ts";
import { type Officer, officerOf, postedByOfficer, whoOf } from "../guard.ts";
import { findOwn, HANDLING, noteDossier } from "./load.ts";
import { EMPTY_BOXES, type SearchBoxes, type SearchPage, searchPage } from "./register-search-page.tsx";

const PAGES_MOST = 10;
const PEOPLE_MOST = 10_000;

/** Searching the population register for a dossier. What is sought is posted, so that no address and no log holds a name. */
export function registerSearchPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/ho-so/:code/dan-cu", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const code = c.req.param("code");
    const boxes = await boxesFor(deps, c, officer, code);
    const parked = await parkedAnswers(deps, c, officer);
    if (parked) return searchPage(deps, c, officer, code, { boxes: boxesOf(parked), notice: RESTORED });
    return searchPage(deps, c, officer, code, { boxes });
  });

  app.post("/ho-so/:code/dan-cu", async (c) => {
    const code = c.req.param("code");
    const posted = await postedByOfficer(deps, c, href(c, `/office/ho-so/${code}/dan-cu`));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const boxes = boxesOf(raw);
    const show = (page: Omit<SearchPage, "boxes">) => searchPage(deps, c, officer, code, { boxes, ...page });
    if (stale) return show({ status: 403, sentences: [STALE] });
    if (!isPurpose(boxes.purpose)) return show({ status: 422, errors: { purpose: CHOOSE_PURPOSE } });
    const found = await deps.personSearch.find({
      officer: actorOf(officer),
      dossier: code,
      purpose: boxes.purpose,
      criteria: { ...criteriaOf(boxes), page: Math.max(1, wholeNumber(boxText(raw, "page"), 1, PAGES_MOST)) },
      secret: officer.csrfSecret,
      open: boxText(raw, "open"),
    });
    if (!found.ok && found.failure.kind === "not-yours") throw notFound();
    return found.ok ? show({ answer: found.value }) : show(answerTo(found.failure));
  });

  return app;
}

const LONGEST = { number: 20, document: 30, name: 100, birth: 20, commune: 200 } as const;

const boxesOf = (raw: Raw): SearchBoxes => ({
  purpose: boxText(raw, "purpose"),
  number: boxText(raw, "number").slice(0, LONGEST.number),
  document: boxText(raw, "document").slice(0, LONGEST.document),
  name: boxText(raw, "name").slice(0, LONGEST.name),
  birth: boxText(raw, "birth").slice(0, LONGEST.birth),
  commune: boxText(raw, "commune").slice(0, LONGEST.commune),
  sex: boxText(raw, "sex"),
});

const criteriaOf = ({ number, document, name, birth, commune, sex }: SearchBoxes): CriteriaTyped => ({
  number,
  document,
  name,
  birth,
  commune,
  sex: sex === "M" || sex === "F" ? sex : "",
});

/**
 * The boxes as they stand for one of the people the dossier names: `?nguoi=N`, counted from 0.
 * @throws PageProblem 404 for a dossier that is not of the officer's unit
 */
async function boxesFor(deps: WebDeps, c: Ctx, officer: Officer, code: string): Promise<SearchBoxes> {
  const asked = c.req.query("nguoi");
  return readLogged(deps.db, deps.clock.now(), whoOf(officer), HANDLING, async (reading) => {
    const view = await findOwn(deps, reading, officer, code);
    const place = asked === undefined ? PEOPLE_MOST : wholeNumber(asked, PEOPLE_MOST, PEOPLE_MOST);
    const person = deps.dossiers.checkedOf(view).people[place];
    noteDossier(reading, view, person ? ["name", "birth-date"] : ["history"]);
    if (!person) return EMPTY_BOXES;
    const { name = "", birthDate, sex = "" } = person.claim;
    return { ...EMPTY_BOXES, purpose: "duplicate", name, birth: birthDate ? showPartialDate(birthDate) : "", sex };
  });
}

const isPurpose = (value: string): value is Purpose => Object.hasOwn(purposes, value);

/** The page's answer to a search that was not done. */
function answerTo(failure: SearchFailure): Omit<SearchPage, "boxes"> {
  if (failure.kind !== "criteria")
    return { status: failure.kind === "too-broad" ? 422 : 403, sentences: [REFUSALS[failure.kind]] };
  if (failure.fault === "too-little") return { status: 422, errors: { name: TOO_LITTLE } };
  return { status: 422, errors: { [failure.fault]: FAULTS[failure.fault] } };
}

const REFUSALS: { readonly [K in Exclude<SearchFailure["kind"], "criteria">]: Text } = {
  "not-yours": text(
    "Hồ sơ này không do đơn vị của đồng chí giải quyết nên không tìm được trong sổ dân cư.",
    "Your unit does not handle this dossier, so the register cannot be searched for it.",
  ),
  "own-dossier": text(
    "Đây là hồ sơ của chính đồng chí. Đề nghị chuyển đồng chí khác.",
    "This is your own dossier. Hand it to a colleague.",
  ),
  "dossier-closed": text(
    "Hồ sơ đã kết thúc nên không còn căn cứ để tìm trong sổ dân cư.",
    "The dossier is closed, so there is no ground to search the register for it any more.",
  ),
  "too-broad": text(
    "Có quá nhiều người phù hợp nên việc tìm đã dừng. Đề nghị cho biết thêm năm sinh hoặc xã, phường.",
    "Too many people match, so the search was stopped. Add the year of birth or the commune.",
  ),
};
const FAULTS = {
  number: text(
    "Số định danh gồm 12 chữ số; số CMND cũ gồm 9 chữ số.",
    "A personal number has 12 digits; an old number has 9.",
  ),
  birth: text(
    "Ngày sinh viết dd/mm/yyyy; chỉ biết tháng thì mm/yyyy, chỉ biết năm thì yyyy.",
    "Write the birth date dd/mm/yyyy; mm/yyyy if only the month is known, yyyy if only the year is.",
  ),
  commune: text(
    "Không có xã, phường nào tên như vậy, kể cả trước 01/07/2025. Có thể ghi thêm tên huyện, tỉnh cũ.",
    "No commune has such a name, nor had any before 01/07/2025. The old district and province may be added.",
  ),
};
const TOO_LITTLE = text(
  "Cần ít nhất hai từ của họ tên; hoặc một từ cùng ngày sinh hay xã, phường; hoặc đủ ngày sinh và xã, phường; hoặc một số giấy tờ.",
  "At least two words of the name are needed; or one with the birth date or commune; or the full birth date with the commune; or a number.",
);
const CHOOSE_PURPOSE = text("Vui lòng chọn mục đích tìm.", "Choose what the search is for.");
const STALE = text(
  "Phiên làm việc đã thay đổi nên chưa tìm. Đề nghị bấm tìm lại.",
  "Your session has changed, so nothing was searched. Press search again.",
);
const RESTORED = text(
  "Đây là nội dung đồng chí nhập trước khi phiên đăng nhập kết thúc; chưa tìm. Đề nghị kiểm tra rồi bấm tìm.",
  "This is what you typed before the session ended; nothing was searched yet. Check it and press search.",
);
