import { afterAll, beforeAll, expect, test } from "vitest";
import { checkSignatures } from "../../src/modules/documents/check/check.ts";
import { signInAs } from "../support/browserless.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { decideAndReturn, staffOf } from "../support/office.ts";
import {
  act,
  answerAll,
  begin,
  codeOf,
  download,
  problemsOf,
  sendDraft,
  sendFiles,
  textOf,
} from "../support/portal.ts";
import { family, signedPaper, trusting } from "../support/signed-papers.ts";

/** Signed papers go in with a verdict that sender and officer read; the result comes out sealed by a remote service. */

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ people: 40, env: { SIGNING_KIND: "remote" } });
}, 60_000);
afterAll(() => house?.close());

function answers() {
  const end = new Date(Date.now() + 200 * 86_400_000);
  return {
    registrant: { registrant: "self" },
    person: {},
    contact: { phone: "0950000034" },
    address: {
      "target-address.province": "79",
      "target-address.commune": "26740",
      "target-address.line": "Số 45/3 đường Nguyễn Huệ",
    },
    dwelling: { "dwelling-ground": "rent" },
    owner: { "owner-consent": "contract" },
    household: { household: "own-head" },
    term: {
      "stay-until.day": String(end.getUTCDate()),
      "stay-until.month": String(end.getUTCMonth() + 1),
      "stay-until.year": String(end.getUTCFullYear()),
    },
    request: {},
    fee: {},
    declaration: { declaration: "true" },
  };
}

test("what was found about a signature is read at upload and by the officer; the result bears the remote seal", {
  timeout: 120_000,
}, async () => {
  const landlord = family();
  const signed = await signedPaper(landlord.person, landlord.seal);
  const altered = Buffer.from(signed);
  altered[5000] = (altered[5000] ?? 0) ^ 1;

  const citizen = await signInAs(house.url, "cong-dan-minh", { start: "/dang-nhap?ve=/ho-so" });
  const papers = await answerAll(await begin(citizen, "temporary-residence"), answers());
  const form = papers.forms.findIndex(({ action }) => action === "");
  const field = "lawful-dwelling";
  const kept = await sendFiles(
    citizen,
    papers,
    form,
    [
      { field, name: "hop-dong-da-ky.pdf", bytes: signed },
      { field, name: "hop-dong-bi-sua.pdf", bytes: altered },
    ],
    { _upload: "1" },
  );
  const said = textOf(kept.html);
  expect(said).toContain("Chưa rõ nơi cấp chứng thư.");
  expect(said).toContain("Người ký: Trần Văn Bình");
  expect(said).toContain("Tệp đã bị sửa. Nội dung tệp không còn đúng với nội dung đã ký.");
  const english = await citizen.get(`/en${kept.url.pathname}`);
  expect(textOf(english.html)).toContain("Altered file. The file is no longer what was signed.");

  const sent = await sendDraft(citizen, kept);
  expect(problemsOf(sent)).toEqual([]);
  const code = codeOf(sent);
  expect(textOf((await citizen.get(`/ho-so/${code}`)).html)).toContain("Tệp đã bị sửa");

  const staff = await staffOf(house.url, "sai-gon");
  const atDesk = textOf((await staff.desk.get(`/office/ho-so/${code}`)).html);
  expect(atDesk).toContain("Chưa rõ nơi cấp chứng thư");
  expect(atDesk).toContain("Người ký: Trần Văn Bình");
  expect(atDesk).toContain("Tệp đã bị sửa");

  await act(staff.desk, code, "accepted");
  await decideAndReturn(staff, code, { outcome: "grant" });
  const result = await download(citizen, `/ho-so/${code}/ket-qua.pdf`, house.url);
  const report = await checkSignatures(result.bytes, trusting());
  expect(report.signatures.map(({ signer, verdict }) => [signer, verdict])).toEqual([
    ["Con dấu ký số từ xa (thử nghiệm, không có giá trị pháp lý)", "unknown-issuer"],
  ]);
});
