import { boxText, type Raw } from "../../engine/form/index.ts";
import { isVerified } from "../../kernel/person-claim.ts";
import { dateOf, type PlainDate, parsePartialDate } from "../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type Text, text } from "../../kernel/text.ts";
import { type MandateWish, readOwn, type Session } from "../../modules/access/index.ts";
import { recordFile } from "../../modules/documents/index.ts";
import { findOrganisation, findPerson, verifyPerson } from "../../modules/population/index.ts";
import { nameOfType } from "../../platform/media-type.ts";
import type { WebDeps } from "../context.ts";
import { FILE_BYTES_MOST, type Received } from "../uploads.ts";

/** Reading what a citizen asks for with a paper: for whom, on what ground, from when until when. */

type Errors = Readonly<Record<string, Text>>;

/** What one may say to be of another; the value is kept. */
export const GROUNDS = [
  { value: "parent", label: text("Cha, mẹ của người chưa đủ 18 tuổi", "Parent of a minor") },
  { value: "guardian", label: text("Người giám hộ", "Guardian") },
  {
    value: "legal-representative",
    label: text(
      "Người đại diện theo pháp luật (của người hoặc tổ chức)",
      "Representative by law (of a person or organisation)",
    ),
  },
  {
    value: "authorised",
    label: text("Người được uỷ quyền (của người hoặc tổ chức)", "Given authority (by a person or organisation)"),
  },
] as const;

/** What was asked for, judged by the registers; or what stands in the way, by box. */
export async function readWish(
  deps: WebDeps,
  session: Session,
  received: Received,
): Promise<Result<MandateWish, Errors>> {
  const { raw } = received;
  const ground = GROUNDS.find(({ value }) => value === boxText(raw, "ground"))?.value;
  const from = readDay(raw, "from");
  const openEnded = ["day", "month", "year"].every((part) => boxText(raw, `until.${part}`).trim() === "");
  const until = openEnded ? null : readDay(raw, "until");
  const subject = await readSubject(deps, raw);
  const file = received.files.find(({ field }) => field === "evidence");
  const type = file ? await deps.uploads.judge(file.bytes) : null;
  const errors: Record<string, Text> = {
    ...(ground ? {} : { ground: text("Vui lòng chọn quan hệ.", "Choose the relation.") }),
    ...(subject ? {} : { number: NOT_FOUND }),
    ...(from ? {} : { from: WRONG_DAY }),
    ...(until || openEnded ? {} : { until: WRONG_DAY }),
    ...(received.tooLarge.length > 0 ? { evidence: TOO_LARGE } : file ? {} : { evidence: NO_PAPER }),
    ...(type && !type.ok ? { evidence: type.failure } : {}),
  };
  if (!ground || !subject || !from || !file || !type?.ok || Object.keys(errors).length > 0) return fail(errors);
  const unit = await officeFor(deps, session, subject.commune);
  if (!unit)
    return fail({ number: text("Chưa xác định được cơ quan xem xét.", "No office could be found to look at it.") });
  const kept = await deps.files.put(file.bytes, { bytesMost: FILE_BYTES_MOST });
  if (!kept.ok) return fail({ evidence: TOO_LARGE });
  await recordFile(deps.db, { ...kept.value, mediaType: type.value });
  return ok({
    subject: { kind: subject.kind, number: subject.number, name: subject.name },
    ground,
    from,
    until,
    evidence: { sha256: kept.value.sha256, name: nameOfType(file.name, type.value), mediaType: type.value },
    office: { province: unit.provinceCode, unit: unit.id },
  });
}

/** Whom it is about. A person must be named as the register has them; what differs is not told. */
async function readSubject(
  deps: WebDeps,
  raw: Raw,
): Promise<{ kind: "person" | "organisation"; number: string; name: string; commune: string | null } | null> {
  const number = boxText(raw, "number").replace(/[\s.]/g, "");
  const name = boxText(raw, "name").trim();
  if (name === "") {
    const organisation = await findOrganisation(deps.db, number);
    return (
      organisation && { kind: "organisation", number, name: organisation.name, commune: organisation.address.commune }
    );
  }
  const birthDate = parsePartialDate(boxText(raw, "birth"));
  if (!birthDate) return null;
  const verdict = await verifyPerson(deps.db, { number, name, birthDate });
  return isVerified(verdict) ? { kind: "person", number, name, commune: null } : null;
}

/** The police of the organisation's commune, or of the commune where the person who asks is registered. */
async function officeFor(deps: WebDeps, session: Session, commune: string | null) {
  const home =
    commune ?? (session.number ? (await findPerson(readOwn(deps.db), session.number))?.permanent.commune : undefined);
  return home ? deps.catalogue.competentUnit("commune", home) : null;
}

const readDay = (raw: Raw, name: string): PlainDate | null => {
  const [year, month, day] = ["year", "month", "day"].map((part) => Number(boxText(raw, `${name}.${part}`)));
  return year && month && day && year >= 1900 && year <= 2200 ? dateOf(year, month, day) : null;
};

export const NOT_FOUND = text(
  "Số, họ tên và ngày sinh không khớp với Cơ sở dữ liệu dân cư, hoặc không có tổ chức mang mã số này. Vui lòng kiểm tra lại.",
  "Number, name and birth date do not agree with the register, or no organisation bears this code. Please check.",
);
const WRONG_DAY = text("Vui lòng ghi ngày có thật, ví dụ 23 11 2026.", "Give a real day, for example 23 11 2026.");
const NO_PAPER = text("Vui lòng chọn tệp giấy tờ.", "Choose the file of the paper.");
const TOO_LARGE = text("Tệp lớn hơn 20 MB. Vui lòng chụp lại nhỏ hơn.", "The file is larger than 20 MB.");
