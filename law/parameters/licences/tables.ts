import { dong, showDong } from "../../../src/kernel/dong.ts";
import { type Text, text } from "../../../src/kernel/text.ts";
import { type DatedTable, datedRow, entriesOf, joined, length, noRule } from "../dated-table.ts";
import { borderHandgunsMost, guardTraining, pawnFines, weaponExamMarks } from "./conditions.ts";
import { cuts, fireProcedures } from "./cuts.ts";
import { type Authority, businessLines, lineAuthorities } from "./lines.ts";
import { conditionName, cutName, weaponPaperName } from "./names.ts";
import { sealProcedures } from "./seals.ts";
import { supportTools } from "./support-tools.ts";
import { weaponPapers, weaponProcedures } from "./weapons.ts";

const CUT_WORDS = {
  cut: text("không thực hiện trong thời gian này", "not carried out for the time"),
  ended: text("bãi bỏ", "repealed"),
  rewritten: text("văn bản mới thay thế, chưa đọc", "replaced by a newer text, not read"),
} as const;
const CARRIED_OUT = text("được thực hiện", "carried out");

const unitsOf = (row: Authority): string =>
  row.cases
    .map(({ when, unit }) => {
      const named = unit ?? "?";
      if (when.kind === "always") return named;
      return when.kind === "operator" ? `${when.is}: ${named}` : `${when.kind} ≥ ${when.least}: ${named}`;
    })
    .join("; ");

const IMPORT_BEFORE = text(
  "Hàng của văn bản bắt đầu từ 01/07/2025; quy định trước đó chưa nhập.",
  "The row of the text begins on 01/07/2025; the rule before is not entered.",
);

/** The tables of seals, conditional businesses, weapons, support tools and fire safety. */
export const tables: readonly DatedTable[] = [
  {
    id: "business-lines",
    field: "licences",
    title: text("Ngành, nghề có điều kiện về an ninh, trật tự", "Businesses under conditions of security"),
    rows: () =>
      [...businessLines().values()].map((row) =>
        datedRow(
          row,
          row.slug,
          text(`phương án ANTT: ${row.plan}`, `security plan: ${row.plan}`),
          text(row.vi, row.en),
        ),
      ),
    noRule: [],
  },
  {
    id: "line-authorities",
    field: "licences",
    title: text("Thẩm quyền cấp giấy chứng nhận ANTT", "Who issues the certificate of security conditions"),
    rows: () => {
      const lines = businessLines();
      return entriesOf(lineAuthorities()).map(([slug, row]) => {
        const line = lines.get(slug);
        return datedRow(row, slug, unitsOf(row), line ? text(line.vi, line.en) : null);
      });
    },
    noRule: [],
  },
  {
    id: "business-conditions",
    field: "licences",
    title: text("Điều kiện, ngưỡng", "Conditions and thresholds"),
    rows: () => [
      datedRow(pawnFines, "pawn-fines", length(pawnFines.years, "year"), conditionName("pawn-fines")),
      datedRow(
        guardTraining,
        "guard-training",
        joined([length(guardTraining.yearsLeast, "year"), `${guardTraining.guardsLeast}`]),
        conditionName("guard-training"),
      ),
      datedRow(
        weaponExamMarks,
        "weapon-exam",
        `${weaponExamMarks.theoryLeast}/${weaponExamMarks.questions}; ${weaponExamMarks.liveFireLeast}/${weaponExamMarks.points}`,
        conditionName("weapon-exam"),
      ),
      datedRow(
        borderHandgunsMost,
        "border-handguns",
        String(borderHandgunsMost.count),
        conditionName("border-handguns"),
      ),
    ],
    noRule: [],
  },
  {
    id: "seal-procedures",
    field: "licences",
    title: text("Thủ tục con dấu", "Procedures on seals"),
    rows: () =>
      sealProcedures().map((row) =>
        datedRow(
          row,
          row.id,
          joined([row.code || "–", row.papers.join(", ") || "–", showDong(dong(row.fee))]),
          text(row.vi, row.en),
        ),
      ),
    noRule: [],
  },
  {
    id: "weapon-procedures",
    field: "licences",
    title: text("Thủ tục vũ khí, vật liệu nổ, công cụ hỗ trợ, pháo", "Procedures on weapons, explosives, fireworks"),
    rows: () =>
      entriesOf(weaponProcedures()).map(([id, row]) =>
        datedRow(
          row,
          id,
          joined([row.receiver, row.validDays === null ? "–" : length(row.validDays, "day"), row.fee || "–"]),
          text(row.vi, row.en),
        ),
      ),
    noRule: [noRule(["w-import"], null, "2025-06-30", IMPORT_BEFORE)],
  },
  {
    id: "weapon-papers",
    field: "licences",
    title: text("Giấy tờ của thủ tục vũ khí", "Papers of procedures on weapons"),
    rows: () =>
      entriesOf(weaponPapers()).map(([id, row]) =>
        datedRow(row, `${id} / ${row.paper}`, text("phải có", "needed"), weaponPaperName(id, row.paper)),
      ),
    noRule: [
      noRule(["w-import / request"], null, "2025-06-30", IMPORT_BEFORE),
      noRule(
        ["w-mil-equip / superior-consent", "w-sport-equip / superior-consent", "t-equip / guard-force-decision"],
        "2026-07-01",
        "2027-02-28",
        text(
          "Nghị quyết 66.18/2026/NQ-CP cắt giảm giấy tờ này trong thời gian đó.",
          "Resolution 66.18/2026/NQ-CP cuts this paper for that time.",
        ),
      ),
    ],
  },
  {
    id: "support-tools",
    field: "licences",
    title: text("Công cụ hỗ trợ", "Support tools"),
    rows: () =>
      [...supportTools().values()].map((row) =>
        datedRow(row, row.kind, `${row.paper}; ${row.guards}`, text(row.vi, row.en)),
      ),
    noRule: [],
  },
  {
    id: "cuts",
    field: "licences",
    title: text("Thủ tục tạm dừng, bãi bỏ", "What is cut or repealed"),
    rows: () =>
      entriesOf(cuts()).map(([key, row]) => datedRow(row, `${key} / ${row.effect}`, cutOf(row.effect), cutName(row))),
    noRule: [],
  },
  {
    id: "fire-procedures",
    field: "licences",
    title: text("Thủ tục phòng cháy, chữa cháy", "Procedures of fire safety"),
    rows: () => [...fireProcedures().values()].map((row) => datedRow(row, row.key, CARRIED_OUT, text(row.vi, row.en))),
    noRule: [],
  },
];

const cutOf = (effect: keyof typeof CUT_WORDS): Text => CUT_WORDS[effect];
