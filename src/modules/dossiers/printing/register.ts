import { oneStopFormOn } from "../../../../law/index.ts";
import { statusName } from "../../../engine/state/index.ts";
import {
  addDays,
  dayOfInstant,
  type Instant,
  instantAt,
  type PlainDate,
  showDate,
  showInstant,
} from "../../../kernel/plain-date.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { type Text, text } from "../../../kernel/text.ts";
import type { Clock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import type { LoggedReading, Reading, ReadingTx } from "../../access/index.ts";
import type { Catalogue } from "../../catalogue/index.ts";
import { type Documents, REGISTER_ROWS_MOST } from "../../documents/index.ts";
import * as rows from "../register-rows.ts";
import { applicantOf } from "./head.ts";

/**
 * The register of dossiers (form 07, until 14/09/2025 form 06): what a unit accepted in a period, when each was due and
 * given back, how and to whom. It is told from the dossiers; nobody writes into it.
 */
export type RegisterQuestion = {
  readonly unit: string;
  /** Both days included. */
  readonly from: PlainDate;
  readonly until: PlainDate;
};

/** The cells of one dossier, as words or moments; the running number is the page's. */
export type RegisteredDossier = {
  readonly code: string;
  readonly ownerNumber: string;
  readonly procedure: string;
  readonly sets: string;
  readonly applicant: string;
  readonly reach: string;
  readonly leadUnit: string;
  readonly receivedAt: Instant;
  readonly dueAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly method: string;
  readonly takenBy: string;
  readonly note: string;
};

export const REGISTER_COLUMNS: readonly Text[] = [
  text("STT", "No."),
  text("Mã hồ sơ", "Code"),
  text("Tên TTHC", "Procedure"),
  text("Số lượng hồ sơ (bộ)", "Sets"),
  text("Tên cá nhân, tổ chức", "Person or organisation"),
  text("Địa chỉ, số điện thoại", "Address, telephone"),
  text("Cơ quan chủ trì giải quyết", "Lead unit"),
  text("Ngày nhận hồ sơ", "Received"),
  text("Ngày hẹn trả kết quả", "Due"),
  text("Ngày trả kết quả", "Returned"),
  text("Phương thức nhận kết quả", "Way of the result"),
  text("Ký nhận", "Taken by"),
  text("Ghi chú", "Note"),
];

export type RegisterParts = {
  readonly catalogue: Catalogue;
  readonly documents: Documents;
  readonly clock: Clock;
  readonly titleOf: (procedure: string) => Text;
};
/** More dossiers than one print holds. */
export type PrintFailure = { readonly kind: "too-many"; readonly most: number };
export type DossierRegister = ReturnType<typeof createRegister>;

export function createRegister(parts: RegisterParts) {
  const { catalogue } = parts;
  const lineOf = (row: rows.RegisteredRow): RegisteredDossier => {
    const { name, address, phone } = applicantOf({ catalogue }, row);
    const returnedAt = row.returnedAt ?? (row.status === "returned" ? row.endedAt : null);
    return {
      code: row.code,
      ownerNumber: row.ownerNumber,
      procedure: parts.titleOf(row.procedureKey).vi,
      // What is filed in electronic form is one set.
      sets: "01",
      applicant: name,
      reach: [address, phone].filter(Boolean).join("; "),
      leadUnit: catalogue.findUnit(row.unitId)?.name.vi ?? row.unitId,
      receivedAt: row.acceptedAt,
      dueAt: row.dueAt,
      returnedAt,
      method: returnedAt === null ? "" : WAYS[row.way ?? "online"],
      takenBy: row.takenBy ?? (returnedAt === null ? "" : row.filerName),
      note: [row.number && `Số ${row.number}`, returnedAt === null && statusName(row.status).vi]
        .filter(Boolean)
        .join("; "),
    };
  };
  const partOf = ({ unit, from, until }: RegisterQuestion): rows.RegisterPart => ({
    unit,
    from: instantAt(from, 0),
    end: instantAt(addDays(until, 1), 0),
  });

  return {
    async page(reading: Reading, question: RegisterQuestion, limit: number, offset: number) {
      return (await rows.registerPage(reading, partOf(question), limit, offset)).map(lineOf);
    },
    /** All of it in pages, within the transaction of the reading. */
    async *pages(reading: ReadingTx, question: RegisterQuestion): AsyncGenerator<readonly RegisteredDossier[]> {
      for await (const page of rows.registerPages(reading, partOf(question))) yield page.map(lineOf);
    },
    /** Prints the register of a period, sealed, and keeps the print: what is asked for later is this very file. */
    async print(
      reading: LoggedReading,
      officeProvince: string,
      question: RegisterQuestion,
      by: { readonly account: string; readonly name: string },
      saw: (line: RegisteredDossier) => void,
    ): Promise<Result<rows.RegisterPrint, PrintFailure>> {
      const found = await rows.registerPage(reading, partOf(question), REGISTER_ROWS_MOST + 1, 0);
      if (found.length > REGISTER_ROWS_MOST) return fail({ kind: "too-many", most: REGISTER_ROWS_MOST });
      const at = parts.clock.now();
      const lines = found.map(lineOf);
      for (const line of lines) saw(line);
      const unit = catalogue.getUnit(question.unit);
      const superior = unit.parentId ? catalogue.findUnit(unit.parentId) : null;
      const form = oneStopFormOn("register", dayOfInstant(at));
      const { sha256, signedBy } = await parts.documents.sealRegister(reading, {
        office: { ...(superior ? { superior: superior.name.vi } : {}), name: unit.name.vi },
        ...(form ? { form: { number: form.number, circular: form.circular } } : {}),
        title: form?.title.vi ?? "Sổ theo dõi hồ sơ",
        period: `Từ ngày ${showDate(question.from)} đến ngày ${showDate(question.until)}`,
        columns: REGISTER_COLUMNS.map(({ vi }) => vi),
        rows: lines.map((line, n) => registerWords(line, n + 1)),
        officer: { name: by.name },
      });
      const print: rows.RegisterPrint = {
        id: newId(),
        unitId: unit.id,
        from: question.from,
        until: question.until,
        dossiers: lines.length,
        sha256,
        signedBy: [signedBy],
        printedBy: by.account,
        printedByName: by.name,
        printedAt: at,
      };
      await rows.insertPrint(reading, officeProvince, print);
      return ok(print);
    },
    prints: rows.printsOf,
    findPrint: rows.findPrint,
  };
}

const WAYS = { online: "Trực tuyến", desk: "Tại Bộ phận Một cửa", post: "Bưu chính" } as const;

/** A row of the register in words, in the order of its columns. */
export const registerWords = (line: RegisteredDossier, number: number): string[] => [
  String(number),
  line.code,
  line.procedure,
  line.sets,
  line.applicant,
  line.reach,
  line.leadUnit,
  showInstant(line.receivedAt),
  line.dueAt === null ? "" : showInstant(line.dueAt),
  line.returnedAt === null ? "" : showInstant(line.returnedAt),
  line.method,
  line.takenBy,
  line.note,
];
