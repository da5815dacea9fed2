import { showDate, showInstant } from "../../../kernel/plain-date.ts";
import { text } from "../../../kernel/text.ts";
import { readOwn, type Session } from "../../../modules/access/index.ts";
import type { DossierView } from "../../../modules/dossiers/index.ts";
import { residencesOfDossier, staysOfDossier } from "../../../modules/registers/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { InsetText, Table } from "../../ui/index.ts";

export const Stays = async (props: { deps: WebDeps; c: Ctx; view: DossierView; session: Session }) => {
  const { deps, c, view } = props;
  const lang = c.get("lang");
  const stays = await staysOfDossier(readOwn(deps.db), view.row.officeProvince, view.row.id);
  const base = href(c, `/ho-so/${view.row.code}/luu-tru`);
  const ENDED = { corrected: text("Đã đính chính", "Corrected"), cancelled: text("Đã hủy", "Cancelled") } as const;
  return (
    <Table
      caption={text(
        `Danh sách lưu trú (${stays.filter((s) => s.ended === null).length})`,
        `Stays (${stays.filter((s) => s.ended === null).length})`,
      )}
      lang={lang}
      columns={[
        { key: "name", label: text("Họ và tên", "Name") },
        { key: "paper", label: text("Số giấy tờ", "Document") },
        { key: "from", label: text("Đến lúc", "Arrived") },
        { key: "to", label: text("Dự kiến đi", "Leaves") },
        { key: "state", label: text("Ghi nhận", "Recorded") },
        { key: "act", label: text("Thao tác", "Actions") },
      ]}
      rows={stays.slice(0, 500).map((stay) => ({
        cells: {
          name: stay.guestName,
          paper: stay.documentNumber,
          from: showInstant(stay.arrivedAt),
          to: showDate(stay.leavesOn),
          state: stay.ended
            ? ENDED[stay.ended][lang]
            : stay.onTime
              ? { vi: "Đúng hạn", en: "On time" }[lang]
              : { vi: "Muộn", en: "Late" }[lang],
          act: stay.ended ? (
            ""
          ) : (
            <>
              <a class="govuk-link" href={`${base}/${stay.id}/dinh-chinh`}>
                {{ vi: "Đính chính", en: "Correct" }[lang]}
                <span class="govuk-visually-hidden"> {stay.guestName}</span>
              </a>{" "}
              <a class="govuk-link" href={`${base}/${stay.id}/huy`}>
                {{ vi: "Hủy", en: "Cancel" }[lang]}
                <span class="govuk-visually-hidden"> {stay.guestName}</span>
              </a>
            </>
          ),
        },
      }))}
    />
  );
};

export const Residences = async (props: { deps: WebDeps; c: Ctx; view: DossierView }) => {
  const { deps, c, view } = props;
  const lang = c.get("lang");
  const entries = await residencesOfDossier(readOwn(deps.db), view.row.officeProvince, view.row.id);
  if (entries.length === 0) return null;
  return (
    <>
      <Table
        caption={text("Đã ghi vào sổ đăng ký tạm trú", "Entered in the register")}
        lang={lang}
        columns={[
          { key: "name", label: text("Họ và tên", "Name") },
          { key: "from", label: text("Từ ngày", "From") },
          { key: "until", label: text("Đến hết ngày", "Until") },
          { key: "renew", label: text("Gia hạn từ ngày", "Renew from") },
        ]}
        rows={entries.map((entry) => ({
          cells: {
            name: entry.personName,
            from: showDate(entry.validFrom),
            until: showDate(entry.validUntil),
            renew: showDate(entry.renewalFrom),
          },
        }))}
      />
      <InsetText>
        {
          {
            vi: "Nên nộp hồ sơ gia hạn trong 15 ngày trước khi hết hạn.",
            en: "Ask for the extension within the 15 days before the end.",
          }[lang]
        }
      </InsetText>
    </>
  );
};
