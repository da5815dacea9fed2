import { Hono } from "hono";
import { showPartialDate } from "../../kernel/plain-date.ts";
import { type Text, text } from "../../kernel/text.ts";
import { readLogged } from "../../modules/access/index.ts";
import { type StayRow, staysInCommune } from "../../modules/registers/index.ts";
import { namesFor } from "../answers.ts";
import { href, type Vars, type WebDeps } from "../context.ts";
import { notFound } from "../errors.ts";
import { searchTyped, wholeNumber } from "../forms.ts";
import { DateText, Pagination, SearchBox, Shortcut, Table, Tag, type Tone } from "../ui/index.ts";
import { officerOf, whoOf } from "./guard.ts";
import { officePage } from "./page.tsx";
import { Wide } from "./wide.tsx";

const PAGE_SIZE = 50;
const WHY = { purpose: "stay-register" } as const;

/** The register of stays, as the police of a commune keep it (Residence Law 68/2020/QH14 art. 30). */
export function stayPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();

  app.get("/luu-tru", async (c) => {
    const officer = officerOf(c);
    if (officer instanceof Response) return officer;
    const { unit } = officer.post;
    const commune = unit.communeCode;
    if (commune === null) throw notFound();
    const search = searchTyped(c, "q", 100);
    const page = Math.max(1, wholeNumber(c.req.query("trang"), 1, 10_000));
    const offset = (page - 1) * PAGE_SIZE;

    const found = await readLogged(deps.db, deps.clock.now(), whoOf(officer), WHY, async (reading) => {
      const stays = await staysInCommune(reading, unit.provinceCode, commune, search, PAGE_SIZE + 1, offset);
      for (const stay of stays.slice(0, PAGE_SIZE))
        reading.note({
          subjectNumber: PERSON_NUMBER.test(stay.documentNumber) ? stay.documentNumber : null,
          dossierCode: stay.dossierCode,
          fields: ["name", "birth-date", "document-number", "stay"],
        });
      return stays;
    });

    const lang = c.get("lang");
    const stays = found.slice(0, PAGE_SIZE);
    const at = (to: number): string => {
      const params = new URLSearchParams({
        ...(search ? { q: search } : {}),
        ...(to > 1 ? { trang: String(to) } : {}),
      }).toString();
      return href(c, "/office/luu-tru") + (params && `?${params}`);
    };
    const names = namesFor(deps, lang);
    return officePage(
      deps,
      c,
      officer,
      { title: text("Sổ lưu trú", "Register of stays") },
      <>
        <h1 class="govuk-heading-l">{{ vi: "Sổ lưu trú", en: "Register of stays" }[lang]}</h1>
        <p class="govuk-body">{names.commune(commune)}</p>
        <SearchBox
          action={href(c, "/office/luu-tru")}
          label={text("Tên khách, số giấy tờ hoặc mã hồ sơ", "Guest, document number or dossier code")}
          hint={text("Có thể gõ không dấu.", "Accents may be left out.")}
          value={search}
          lang={lang}
          shortcut="/"
        />
        <p class="govuk-body">
          <Shortcut
            keys={["/"]}
            does={text("để đưa con trỏ vào ô tìm", "puts the cursor into the search")}
            lang={lang}
          />
        </p>
        <Wide label={text("Người lưu trú, mới đến trước", "Guests, the latest arrival first")} lang={lang}>
          <Table
            dense
            captionHidden
            caption={text("Người lưu trú, mới đến trước", "Guests, the latest arrival first")}
            empty={text("Không có lượt lưu trú nào phù hợp.", "No stay matches.")}
            lang={lang}
            columns={[
              { key: "guest", label: text("Khách", "Guest") },
              { key: "birth", label: text("Ngày sinh", "Birth date") },
              { key: "nationality", label: text("Quốc tịch", "Nationality") },
              { key: "document", label: text("Số giấy tờ", "Document") },
              { key: "place", label: text("Nơi lưu trú", "Place") },
              { key: "arrived", label: text("Đến lúc", "Arrived") },
              { key: "leaves", label: text("Ngày đi", "Leaves") },
              { key: "notified", label: text("Thông báo lúc", "Notified") },
              { key: "state", label: text("Tình trạng", "State") },
            ]}
            rows={stays.map((stay) => ({
              ...(stay.onTime || stay.ended ? {} : { tone: "late" as const }),
              cells: {
                guest: stay.guestName,
                birth: stay.guestBirth ? showPartialDate(stay.guestBirth) : "–",
                nationality: names.country(stay.nationality),
                document: stay.documentNumber,
                place: [
                  stay.hostName,
                  stay.addressLine,
                  stay.room && { vi: `phòng ${stay.room}`, en: `room ${stay.room}` }[lang],
                ]
                  .filter(Boolean)
                  .join(", "),
                arrived: <DateText at={stay.arrivedAt} />,
                leaves: <DateText on={stay.leavesOn} />,
                notified: <DateText at={stay.notifiedAt} />,
                state: <Tag {...stateOf(stay)} lang={lang} />,
              },
            }))}
          />
        </Wide>
        <Pagination
          lang={lang}
          {...(page > 1 ? { previousHref: at(page - 1) } : {})}
          {...(found.length > PAGE_SIZE ? { nextHref: at(page + 1) } : {})}
          {...(stays.length > 0
            ? {
                position: text(
                  `Lượt ${offset + 1}–${offset + stays.length}`,
                  `Stays ${offset + 1}–${offset + stays.length}`,
                ),
              }
            : {})}
        />
      </>,
    );
  });

  return app;
}

const PERSON_NUMBER = /^\d{12}$/;

function stateOf(stay: StayRow): { readonly label: Text; readonly tone: Tone } {
  if (stay.ended === "cancelled") return { label: text("Đã hủy", "Cancelled"), tone: "neutral" };
  if (stay.ended === "corrected") return { label: text("Đã đính chính", "Corrected"), tone: "neutral" };
  return stay.onTime
    ? { label: text("Đúng hạn", "On time"), tone: "done" }
    : { label: text("Thông báo trễ", "Notified late"), tone: "refused" };
}
