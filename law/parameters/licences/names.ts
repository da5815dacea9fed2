import { type Text, text } from "../../../src/kernel/text.ts";
import { nameOf, namesOf } from "../names.ts";
import { type Cut, fireProcedures } from "./cuts.ts";
import { businessLines } from "./lines.ts";
import { weaponProcedures } from "./weapons.ts";

/** What the conditions of businesses and weapons are called: key | Vietnamese | English. */
export const conditionName = namesOf(`
pawn-fines|Cầm đồ: số năm tính các lần bị xử phạt|Pawnshops: years for which fines count
guard-training|Tự đào tạo nhân viên bảo vệ: số năm hoạt động, số nhân viên|Training one's own guards: years of business, number of guards
weapon-exam|Sát hạch sử dụng vũ khí: điểm lý thuyết, điểm bắn đạn thật|Exam for weapons: marks of theory, marks of live fire
border-handguns|Mang súng ngắn qua biên giới: số khẩu Bộ trưởng quyết định|Handguns over the border: the number from which the Minister decides
`);

const paperName = namesOf(`
request|văn bản đề nghị|request
declaration|bản khai báo|declaration
superior-consent|văn bản đồng ý của cơ quan quản lý cấp trên|consent of the superior body
proof-of-origin|giấy tờ chứng minh nguồn gốc|proof of origin
guard-force-decision|quyết định thành lập lực lượng bảo vệ|decision on the guard force
`);

const procedureName = (id: string): Text | null => {
  const row = weaponProcedures().get(id)?.at(-1);
  return row ? text(row.vi, row.en) : null;
};

/** `Cấp giấy phép trang bị vũ khí quân dụng: văn bản đề nghị`. */
export const weaponPaperName = (procedure: string, paper: string): Text | null =>
  nameOf([procedureName(procedure), paperName(paper)], ": ");

const EFFECTS = {
  cut: text("tạm cắt giảm", "cut for a time"),
  ended: text("bãi bỏ", "repealed"),
  rewritten: text("thay thế", "replaced"),
} as const satisfies Readonly<Record<Cut["effect"], Text>>;

/** The procedure or line that is cut, and how; what holds at once of one procedure needs names of its own. */
export function cutName({ key, effect }: Cut): Text | null {
  const other = fireProcedures().get(key) ?? businessLines().get(key);
  return nameOf([procedureName(key) ?? (other ? text(other.vi, other.en) : null), EFFECTS[effect]]);
}
