import { Hono } from "hono";
import { boxText } from "../../engine/form/index.ts";
import { day } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { listSeals, moveSeal, type SealRow, type SealState, sealStatesAfter } from "../../modules/registers/index.ts";
import { type Ctx, href, type Vars, type WebDeps } from "../context.ts";
import { searchTyped, wholeNumber } from "../forms.ts";
import { csrfBox } from "../portal/page.tsx";
import {
  Button,
  DateText,
  Details,
  ErrorSummary,
  Form,
  Input,
  Notice,
  Pagination,
  Radios,
  SearchBox,
  Table,
  Tag,
  type Tone,
} from "../ui/index.ts";
import { type Officer, officerOf, postedByOfficer } from "./guard.ts";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";

const STATES: { readonly [S in SealState]: { readonly label: Text; readonly tone: Tone } } = {
  ORDERED: { label: text("Đã đặt làm", "Ordered"), tone: "waiting" },
  MADE: { label: text("Đã sản xuất", "Made"), tone: "waiting" },
  DELIVERED_TO_POLICE: { label: text("Đã chuyển cơ quan Công an", "Delivered to the police"), tone: "waiting" },
  REGISTERED: { label: text("Đã đăng ký mẫu", "Specimen registered"), tone: "progress" },
  IN_USE: { label: text("Đang sử dụng", "In use"), tone: "done" },
  WORN: { label: text("Biến dạng, mòn, hỏng", "Worn or broken"), tone: "attention" },
  LOST_REPORTED: { label: text("Đã báo mất", "Reported lost"), tone: "attention" },
  BODY_CHANGED: { label: text("Thay đổi tổ chức", "Organisation changed"), tone: "attention" },
  SUSPENDED: { label: text("Tạm đình chỉ sử dụng", "Suspended"), tone: "attention" },
  VALUE_CANCELLED: { label: text("Đã hủy giá trị sử dụng", "Value cancelled"), tone: "refused" },
  DESTROYED: { label: text("Đã hủy con dấu", "Destroyed"), tone: "neutral" },
};

const PAGE_SIZE = 50;

type Tried = { readonly seal: string; readonly state: string; readonly note: string; readonly error?: Text };

/** The seals registered in a province, and their next states (Decree 99/2016/NĐ-CP). */
export function sealPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/con-dau", async (c) => {
    const officer = officerOf(c);
    return officer instanceof Response ? officer : show(c, officer, null, 200);
  });

  app.post("/con-dau/:seal/trang-thai", async (c) => {
    const seal = c.req.param("seal");
    const posted = await postedByOfficer(deps, c, href(c, "/office/con-dau"));
    if (posted instanceof Response) return posted;
    const { officer, raw, stale } = posted;
    const state = boxText(raw, `${seal}.state`);
    const note = boxText(raw, `${seal}.note`).trim().slice(0, 500);
    const tried = { seal, state, note };
    if (stale) return show(c, officer, { ...tried, error: STALE }, 403);
    if (!keepsSeals(deps, officer)) return show(c, officer, { ...tried, error: NOT_YOURS }, 403);
    if (!isState(state)) return show(c, officer, { ...tried, error: CHOOSE }, 422);
    if (!UUID.test(seal)) return show(c, officer, { ...tried, error: NOT_NEXT }, 409);
    const { provinceCode } = officer.post.unit;
    const moved = await deps.db.inTransaction((tx) =>
      moveSeal(tx, provinceCode, seal, state, officer.name, deps.clock.now(), note || null),
    );
    if (!moved.ok) return show(c, officer, { ...tried, error: NOT_NEXT }, 409);
    return c.redirect(href(c, "/office/con-dau?xong=1"), 303);
  });

  const show = async (c: Ctx, officer: Officer, tried: Tried | null, status: 200 | 403 | 409 | 422) => {
    const lang = c.get("lang");
    const search = searchTyped(c, "q", 100);
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const offset = (page - 1) * PAGE_SIZE;
    const found = await listSeals(deps.db, officer.post.unit.provinceCode, search, PAGE_SIZE + 1, offset);
    const seals = found.slice(0, PAGE_SIZE);
    const keeps = keepsSeals(deps, officer);
    const at = (to: number): string => {
      const params = new URLSearchParams({
        ...(search ? { q: search } : {}),
        ...(to > 1 ? { trang: String(to) } : {}),
      }).toString();
      return href(c, "/office/con-dau") + (params && `?${params}`);
    };
    return officePage(
      deps,
      c,
      officer,
      { title: text("Sổ con dấu", "Register of seals"), status, hasErrors: tried !== null },
      <>
        <ErrorSummary errors={tried?.error ? { [`${tried.seal}.state`]: tried.error } : {}} lang={lang} />
        {c.req.query("xong") && c.req.method === "GET" && (
          <Notice lang={lang} tone="success">
            <p class="govuk-body">
              {{ vi: "Đã ghi trạng thái mới vào sổ.", en: "The new state is in the register." }[lang]}
            </p>
          </Notice>
        )}
        <h1 class="govuk-heading-l">{{ vi: "Sổ con dấu", en: "Register of seals" }[lang]}</h1>
        <SearchBox
          action={href(c, "/office/con-dau")}
          label={text("Tên tổ chức hoặc số giấy chứng nhận", "Organisation or certificate number")}
          value={search}
          lang={lang}
          shortcut="/"
        />
        <Wide label={text("Con dấu đã đăng ký", "Registered seals")} lang={lang}>
          <Table
            dense
            captionHidden
            caption={text("Con dấu đã đăng ký", "Registered seals")}
            empty={text("Không có con dấu nào phù hợp.", "No seal matches.")}
            lang={lang}
            columns={[
              { key: "organisation", label: text("Cơ quan, tổ chức", "Organisation") },
              { key: "text", label: text("Nội dung con dấu", "Text of the seal") },
              { key: "quantity", label: text("Số lượng", "Quantity"), figures: true },
              { key: "certificate", label: text("Giấy chứng nhận", "Certificate") },
              { key: "from", label: text("Hiệu lực từ", "Valid from") },
              { key: "state", label: text("Trạng thái", "State") },
            ]}
            rows={seals.map((seal) => ({
              cells: {
                organisation: `${seal.organisationName} (${seal.organisationCode})`,
                text: seal.sealText,
                quantity: String(seal.quantity),
                certificate: seal.certificateNumber,
                from: <DateText on={day(seal.validFrom)} />,
                state: (
                  <>
                    <Tag {...STATES[seal.state]} lang={lang} />
                    {keeps && (
                      <Next c={c} officer={officer} seal={seal} tried={tried?.seal === seal.id ? tried : null} />
                    )}
                  </>
                ),
              },
            }))}
          />
        </Wide>
        <Pagination
          lang={lang}
          {...(page > 1 ? { previousHref: at(page - 1) } : {})}
          {...(found.length > PAGE_SIZE ? { nextHref: at(page + 1) } : {})}
        />
      </>,
    );
  };

  return app;
}

/** Moving a seal on: only the states the law lets follow. */
function Next({ c, officer, seal, tried }: { c: Ctx; officer: Officer; seal: SealRow; tried: Tried | null }) {
  const lang = c.get("lang");
  const next = sealStatesAfter(seal.state);
  if (next.length === 0) return null;
  return (
    <Details summary={text("Chuyển trạng thái", "Change the state")} lang={lang} open={tried !== null}>
      <Form csrf={csrfBox(officer)} action={href(c, `/office/con-dau/${seal.id}/trang-thai`)}>
        <Radios
          name={`${seal.id}.state`}
          label={text("Trạng thái mới", "New state")}
          lang={lang}
          small
          options={next.map((state) => ({ value: state, label: STATES[state].label }))}
          value={tried?.state}
          error={tried?.error}
        />
        <Input
          name={`${seal.id}.note`}
          label={text("Ghi chú, số văn bản", "Note, number of the paper")}
          lang={lang}
          optional
          value={tried?.note}
          autocomplete="off"
        />
        <Button label={text("Ghi vào sổ", "Enter")} about={seal.organisationName} lang={lang} small />
      </Form>
    </Details>
  );
}

/** Whoever's unit handles a procedure that writes the register of seals keeps it. */
const keepsSeals = (deps: WebDeps, { post }: Officer): boolean =>
  deps.procedures.some((procedure) =>
    procedure.editions.some(
      ({ register, competence }) =>
        register?.register === "seals" &&
        competence.level === post.unit.level &&
        (competence.unit ?? null) === post.unit.shortName,
    ),
  );

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isState = (value: string): value is SealState => Object.hasOwn(STATES, value);
const CHOOSE = text("Vui lòng chọn trạng thái mới.", "Choose the new state.");
const NOT_NEXT = text(
  "Con dấu đã ở trạng thái khác nên chưa chuyển được. Đề nghị xem lại trạng thái hiện tại.",
  "The seal is in another state by now, so it was not changed. Look at its present state.",
);
const NOT_YOURS = text(
  "Đơn vị của đồng chí không quản lý sổ con dấu.",
  "Your unit does not keep the register of seals.",
);
const STALE = text(
  "Phiên làm việc đã thay đổi nên chưa ghi sổ. Đề nghị gửi lại.",
  "Your session has changed, so nothing was entered. Send it again.",
);
