import type { Answers } from "../../src/engine/form/index.ts";
import { addDays, dayOfInstant } from "../../src/kernel/plain-date.ts";
import { recordFile } from "../../src/modules/documents/index.ts";
import { newId } from "../../src/platform/ids.ts";
import { type Browser, signInAs } from "./browserless.ts";
import type { TestHouse } from "./house.ts";

/** Dossiers and officers of one ward, for tests of the office. */

/** A tenant whom the demonstration's register knows. */
export const MINH = {
  number: "040092034092",
  name: "Trần Văn Minh",
  birthDate: { year: 1992, month: 5, day: 20 },
  sex: "M" as const,
};
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A browser in which an officer of the demonstration is signed in. */
export const signedInOfficer = (house: TestHouse, subject: string): Promise<Browser> =>
  signInAs(house.url, subject, { start: "/dang-nhap/can-bo?ve=/office" });

/** Files a registration of temporary residence in the ward of Sài Gòn, with a picture; answers its code. */
export async function fileResidence(
  { deps, db }: TestHouse,
  account = newId(),
  key = "temporary-residence",
): Promise<string> {
  const procedure = deps.dossiers.findProcedure(key);
  if (!procedure) throw new Error("no temporary residence");
  const kept = await deps.files.put(PICTURE, { bytesMost: 1_000_000 });
  if (!kept.ok) throw new Error("the picture was not kept");
  await recordFile(db, { ...kept.value, mediaType: "image/png" });
  const answers: Answers = {
    registrant: "self",
    person: MINH,
    phone: "0950000034",
    "target-address": { commune: "26740", line: "Số 45/3 đường Nguyễn Huệ" },
    "dwelling-ground": "rent",
    "owner-consent": "contract",
    household: "own-head",
    "stay-until": addDays(dayOfInstant(deps.clock.now()), 300),
    declaration: true,
  };
  const filed = await deps.dossiers.file({
    procedure,
    answers,
    papers: [{ paper: "lawful-dwelling", name: "hợp đồng thuê.png", ...kept.value, mediaType: "image/png" }],
    channel: "online",
    actor: { account, name: MINH.name, as: "person", number: MINH.number },
    assurance: 2,
    owner: { name: MINH.name, number: MINH.number },
    key: newId(),
  });
  if (!filed.ok) throw new Error(JSON.stringify(filed.failure));
  return filed.value.code;
}

/** One guest of a hotel in the ward, notified the day after. */
export async function fileStay({ deps }: TestHouse): Promise<string> {
  const procedure = deps.dossiers.findProcedure("stay-notification");
  if (!procedure) throw new Error("no stay notification");
  const today = dayOfInstant(deps.clock.now());
  const guest = {
    "full-name": "Nguyễn Thị Hoa",
    "birth-date": { year: 1990, month: 3, day: 27 },
    sex: "F",
    nationality: "VNM",
    "document-kind": "identity-card",
    "personal-number": "001190000123",
    "arrived-at": `${addDays(today, -2)}T08:30`,
    "leaves-on": addDays(today, 2),
    reason: "tourism",
  };
  const filed = await deps.dossiers.file({
    procedure,
    answers: {
      "lodging-kind": "hotel",
      "host-name": "Khách sạn Thử",
      place: { commune: "26740", line: "Số 1 đường Thử" },
      guests: [guest],
    },
    papers: [],
    channel: "online",
    actor: { account: newId(), name: "Khách sạn Thử", as: "organisation", organisation: "0100000009" },
    assurance: 2,
    owner: { name: "Khách sạn Thử", number: "0100000009" },
    key: newId(),
  });
  if (!filed.ok) throw new Error(JSON.stringify(filed.failure));
  return filed.value.code;
}
