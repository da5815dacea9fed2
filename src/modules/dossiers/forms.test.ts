import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { oneStopFormOn } from "../../../law/index.ts";
import { CHIEF, type LifeStage, lifeStage, MONDAY } from "../../../tests/support/life-stage.ts";
import { fileResidence } from "../../../tests/support/office-stage.ts";
import { hasPdfText, pdfText } from "../../../tests/support/pdf-text.ts";
import { sheet } from "../../../tests/support/shared-sheets.ts";
import { pdfsigVerdicts, signaturesOf } from "../../../tests/support/signatures.ts";
import { addDays, day, dayOfInstant, instantAt, type PlainDate } from "../../kernel/plain-date.ts";
import { readLogged } from "../access/index.ts";
import type { PaperData } from "../documents/index.ts";
import { FORMS, type FormId, LEFT_OUT, PRINTED } from "./forms.test-support.ts";
import { resultData, resultKind } from "./printing/results.ts";

/** Forms 01 to 07 as a dossier leaves them, in both versions, against the list of their fields. */

type Field = { readonly key: string; readonly columns?: readonly { readonly key: string }[] };
type Sheet = {
  readonly forms: readonly {
    readonly id: string;
    readonly sections: readonly { readonly fields: readonly Field[] }[];
  }[];
};
const VERSIONS = [
  { on: "2025-09-08", circular: "01/2018/TT-VPCP", at: instantAt(day("2025-09-08"), 540) },
  { on: "2026-11-16", circular: "03/2025/TT-VPCP", at: MONDAY },
] as const;
let stage: LifeStage;
const papers = new Map<string, Buffer>();

beforeAll(async () => {
  stage = await lifeStage();
  for (const { on, at } of VERSIONS) {
    stage.house.setClock(at);
    for (const [id, pdf] of await formsOf(day(on))) papers.set(`${on} ${id}`, pdf);
  }
}, 120_000);
afterAll(() => stage.close());

const read = async (sha256: string): Promise<Buffer> => {
  const stream = await stage.house.deps.documents.read(sha256);
  if (!stream) throw new Error("a paper without a file");
  return buffer(stream);
};
const noticeOf = async (code: string, kind: string): Promise<Buffer | null> => {
  const view = await stage.view(code);
  const act = view.acts.findLast((one) => one.kind === kind);
  const offered = stage.house.deps.printing.available(view).some(({ seq }) => seq === act?.seq);
  const paper = act && offered ? await stage.house.deps.printing.notice(view, act.seq) : null;
  return paper && read(paper.sha256);
};

/** One dossier for each form, on one day. */
async function formsOf(on: PlainDate): Promise<readonly (readonly [FormId, Buffer])[]> {
  const { staff, act } = stage;
  const made: (readonly [FormId, Buffer | null])[] = [];
  const main = await stage.assigned();
  made.push(["one-stop-01", await noticeOf(main, "accepted")]);
  const asked = await fileResidence(stage.house);
  const items = [{ what: "Hợp đồng thuê có chữ ký", basis: "Điều 28 Luật Cư trú", how: "Gửi bản chụp" }];
  await act(asked, staff.desk, { act: "supplement-requested", items, reason: "Thiếu chữ ký" });
  made.push(["one-stop-02", await noticeOf(asked, "supplement-requested")]);
  const refused = await fileResidence(stage.house);
  await act(refused, staff.desk, {
    act: "refused-intake",
    ground: "wrong-place",
    reason: "Gửi nhầm nơi",
    rightPlace: "Công an phường Thuận Hóa",
  });
  made.push(["one-stop-03", await noticeOf(refused, "refused-intake")]);
  await act(main, staff.examiner, { act: "consulted", unit: CHIEF, question: "Có trùng nhân khẩu không?", days: 1 });
  await act(main, staff.chief, { act: "consultation-answered", opinion: "agree", answer: "Không trùng" });
  await act(main, staff.lead, {
    act: "reappointed",
    reason: "Chờ cơ quan phối hợp",
    unitAtFault: "Công an tỉnh",
    cause: "cooperating",
    day: addDays(on, 7),
  });
  made.push(["one-stop-04", await noticeOf(main, "reappointed")]);
  const ended = await stage.accepted();
  await act(ended, staff.desk, { act: "originals-taken", papers: [{ title: "Hợp đồng thuê nhà", count: 1 }] });
  await act(ended, await stage.filer(ended), { act: "withdrawn", reason: "Không còn nhu cầu" });
  made.push(["one-stop-05", await noticeOf(ended, "withdrawn")]);
  made.push([
    "one-stop-06",
    await read((await stage.house.deps.printing.controlSheet(await stage.view(main), "Thụ lý")).sha256),
  ]);
  made.push(["one-stop-07-register", await read((await registerPrint(on)).sha256)]);
  return made.flatMap(([id, pdf]) => (pdf ? [[id, pdf] as const] : []));
}

async function registerPrint(on: PlainDate) {
  const { deps, db } = stage.house;
  const actor = stage.staff.desk;
  const done = await readLogged(
    db,
    deps.clock.now(),
    { officeProvince: "79", actor },
    { purpose: "work-list" },
    (reading) => deps.register.print(reading, "79", { unit: "ca-26740", from: on, until: on }, actor, () => {}),
  );
  if (!done.ok) throw new Error("the register was not printed");
  return done.value;
}

describe.each(VERSIONS)("on $on, by Circular $circular", ({ on, circular, at }) => {
  test("each form of the day is made, tagged and sealed; the stop notice is new in 2025 (one-stop 1, 27)", async () => {
    for (const [id, key] of Object.entries(FORMS)) {
      const form = oneStopFormOn(key, day(on));
      const pdf = papers.get(`${on} ${id}`);
      expect(pdf === undefined, id).toBe(form === null);
      if (!pdf || !form) continue;
      expect(form.circular).toBe(circular);
      const latin = pdf.toString("latin1");
      for (const sign of ["<pdfuaid:part>1</pdfuaid:part>", "<pdfaid:conformance>A", "/Marked true", "/Lang (vi-VN)"])
        expect(latin.includes(sign), `${id} ${sign}`).toBe(true);
      const signatures = await signaturesOf(stage.house, pdf);
      expect(signatures, id).toEqual({ found: 1, held: 1 });
      expect(pdfsigVerdicts(pdf) ?? ["Signature is Valid."], id).toEqual(["Signature is Valid."]);
      if (!hasPdfText) continue;
      const words = pdfText(pdf);
      expect(words, id).toContain(`Mẫu số ${form.number} Thông tư số ${circular}`);
      const name = key === "stop-notice" ? "THÔNG BÁO Dừng giải quyết hồ sơ" : form.title.vi.toUpperCase();
      expect(words, id).toContain(name);
    }
  });

  const text = sheet("forms/things-forms.json");
  test.skipIf(text === null || !hasPdfText)(
    "every field of the list is on the paper, or left out for a reason (one-stop 27)",
    () => {
      const listed = (JSON.parse(text ?? "{}") as Sheet).forms.filter(({ id }) => id in FORMS);
      expect(listed.map(({ id }) => id)).toEqual(Object.keys(FORMS));
      const missing: string[] = [];
      const reasons = new Set<string>();
      for (const { id, sections } of listed) {
        const pdf = papers.get(`${on} ${id}`);
        if (!pdf) continue;
        const words = pdfText(pdf);
        const known = PRINTED[id as FormId];
        for (const { key, columns = [] } of sections.flatMap(({ fields }) => fields))
          for (const name of [key, ...columns.map((column) => `${key}.${column.key}`)]) {
            if (LEFT_OUT[`${id}.${name}`]) reasons.add(`${id}.${name}`);
            else if (!known[name]?.test(words)) missing.push(`${id}.${name}`);
          }
      }
      expect(missing).toEqual([]);
      const idle = Object.keys(LEFT_OUT).filter(
        (name) => !reasons.has(name) && papers.has(`${on} ${name.split(".")[0]}`),
      );
      expect(idle).toEqual([]);
    },
  );

  test("a reprint is the same bytes; a control sheet is made anew only after a further act (one-stop 27)", async () => {
    stage.house.setClock(at + 3_600_000);
    const code = await stage.assigned();
    const first = await stage.house.deps.printing.controlSheet(await stage.view(code), "Thụ lý");
    stage.house.setClock(at + 2 * 3_600_000);
    const again = await stage.house.deps.printing.controlSheet(await stage.view(code), "Người khác");
    expect(again).toEqual(first);
    await stage.act(code, stage.staff.examiner, { act: "proposed", outcome: "grant", reason: "Đủ điều kiện" });
    const later = await stage.house.deps.printing.controlSheet(await stage.view(code), "Thụ lý");
    expect(later.sha256).not.toBe(first.sha256);
    expect(Buffer.compare(await read(first.sha256), await read(again.sha256))).toBe(0);
    const view = await stage.view(code);
    const receipt = view.acts.find(({ kind }) => kind === "accepted")?.seq ?? 0;
    const one = await stage.house.deps.printing.notice(view, receipt);
    stage.house.setClock(at + 3 * 3_600_000);
    expect(await stage.house.deps.printing.notice(view, receipt)).toEqual(one);
    const print = await registerPrint(dayOfInstant(at));
    const { register } = stage.house.deps;
    expect(await register.findPrint(stage.house.db, "79", "ca-26740", print.id)).toMatchObject({
      sha256: print.sha256,
    });
  });
});

test("a refusal on the merits is form 03 with its ground, where the sector has no paper of its own (one-stop 8, 27)", async () => {
  stage.house.setClock(MONDAY + 86_400_000);
  const code = await stage.assigned();
  const refused = {
    outcome: "refuse",
    ground: "declaration-false",
    reason: "Không có người ở địa chỉ đã khai",
  } as const;
  const view = await stage.view(code);
  const [ground] = view.edition.refusalGrounds;
  await stage.act(code, stage.staff.examiner, { act: "proposed", ...refused, ground: ground?.key ?? "" });
  await stage.act(code, stage.staff.lead, { act: "decided", ...refused, ground: ground?.key ?? "" });
  const decided = await stage.view(code);
  expect(resultKind(decided)).toBe("temporary-residence-result");
  const { result } = decided.edition;
  const plain = { ...decided, edition: { ...decided.edition, result: { ...result, template: "result-notice" } } };
  expect(resultKind(plain)).toBe("refusal");
  const parts = { catalogue: stage.house.deps.catalogue, publicUrl: "https://motcua.example" };
  const data = resultData(parts, plain, stage.house.deps.clock.now()) as PaperData<"refusal">;
  expect(data).toMatchObject({ stage: "merits", form: { number: "03", circular: "03/2025/TT-VPCP" } });
  expect(data.reason).toContain("Không có người ở địa chỉ đã khai");
  expect(data.basis).not.toBe("");
});
