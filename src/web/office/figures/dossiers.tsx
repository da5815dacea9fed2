import { statusName } from "../../../engine/state/index.ts";
import { dayOfInstant, showInstant } from "../../../kernel/plain-date.ts";
import { type Language, type Text, text } from "../../../kernel/text.ts";
import type { ListedDossier } from "../../../modules/figures/index.ts";
import { type Cell, countCell, momentCell, textCell } from "../../../modules/sheets/index.ts";
import { type Ctx, href, type WebDeps } from "../../context.ts";
import { DateText, Table } from "../../ui/index.ts";
import type { Officer } from "../guard.ts";
import { Wide } from "../wide.tsx";
import { titleOfChannel } from "./query.ts";
import { TIMINGS } from "./table.tsx";

/** The dossiers behind a figure: what was done when, and no citizen's name. */

export const LIST_COLUMNS: readonly { readonly title: Text; readonly width: number }[] = [
  { title: text("Mã hồ sơ", "Code"), width: 28 },
  { title: text("Thủ tục", "Procedure"), width: 36 },
  { title: text("Đơn vị", "Unit"), width: 36 },
  { title: text("Kênh nộp", "Channel"), width: 14 },
  { title: text("Trạng thái", "Status"), width: 22 },
  { title: text("Cán bộ thụ lý", "Officer"), width: 24 },
  { title: text("Tiếp nhận", "Accepted"), width: 20 },
  { title: text("Hạn trả", "Due"), width: 20 },
  { title: text("Có kết quả", "Ended"), width: 20 },
  { title: text("Tiến độ", "Timing"), width: 26 },
  { title: text("Số lần yêu cầu bổ sung", "Supplement requests"), width: 12 },
];

/** A dossier as a row of a file; titles are looked up once for each name. */
export function dossierCells(deps: WebDeps, lang: Language): (one: ListedDossier) => readonly Cell[] {
  const words = wordsOf(deps, lang);
  return (one) => [
    textCell(one.code),
    textCell(words.procedure(one)),
    textCell(words.unit(one)),
    textCell(words.channel(one)),
    textCell(words.status(one)),
    textCell(one.officer),
    momentCell(one.acceptedAt),
    momentCell(one.dueAt),
    momentCell(one.endedAt),
    textCell(TIMINGS[one.timing][lang]),
    countCell(one.supplements),
  ];
}

const wordsOf = (deps: WebDeps, lang: Language) => ({
  procedure: ({ procedure }: ListedDossier): string => deps.dossiers.findProcedure(procedure)?.title[lang] ?? procedure,
  unit: ({ unit }: ListedDossier): string => deps.catalogue.findUnit(unit)?.name[lang] ?? unit,
  channel: ({ channel }: ListedDossier): string => titleOfChannel[channel]?.[lang] ?? channel,
  status: ({ status }: ListedDossier): string => statusName(status)[lang],
});

export function DossierTable(props: {
  c: Ctx;
  deps: WebDeps;
  officer: Officer;
  rows: readonly ListedDossier[];
  lang: Language;
}) {
  const { c, lang } = props;
  const words = wordsOf(props.deps, lang);
  return (
    <Wide label={text("Hồ sơ", "Dossiers")} lang={lang}>
      <Table
        dense
        captionHidden
        caption={text("Hồ sơ", "Dossiers")}
        empty={text("Không có hồ sơ nào.", "No dossiers.")}
        lang={lang}
        columns={[
          { key: "code", label: text("Mã hồ sơ", "Code") },
          { key: "procedure", label: text("Thủ tục", "Procedure") },
          { key: "unit", label: text("Đơn vị", "Unit") },
          { key: "status", label: text("Trạng thái", "Status") },
          { key: "officer", label: text("Cán bộ thụ lý", "Officer") },
          { key: "accepted", label: text("Tiếp nhận", "Accepted") },
          { key: "due", label: text("Hạn trả", "Due") },
          { key: "ended", label: text("Có kết quả", "Ended") },
          { key: "timing", label: text("Tiến độ", "Timing") },
        ]}
        rows={props.rows.map((one) => ({
          // Another office's dossier is counted here, and opened only by that office.
          ...(one.unit === props.officer.post.unit.id ? { href: href(c, `/office/ho-so/${one.code}`) } : {}),
          ...(one.timing === "late" || one.timing === "open-late" ? { tone: "late" as const } : {}),
          cells: {
            code: one.code,
            procedure: words.procedure(one),
            unit: words.unit(one),
            status: words.status(one),
            officer: one.officer ?? "–",
            accepted: <DateText on={dayOfInstant(one.acceptedAt)} />,
            due: one.dueAt === null ? "–" : showInstant(one.dueAt),
            ended: one.endedAt === null ? "–" : showInstant(one.endedAt),
            timing: TIMINGS[one.timing][lang],
          },
        }))}
      />
    </Wide>
  );
}
