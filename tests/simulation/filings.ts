import type { Answers } from "../../src/engine/form/index.ts";
import { addDays, dayOfInstant } from "../../src/kernel/plain-date.ts";
import { recordFile } from "../../src/modules/documents/index.ts";
import type { Filing } from "../../src/modules/dossiers/index.ts";
import { newId } from "../../src/platform/ids.ts";
import type { TestHouse } from "../support/house.ts";
import { smallPng } from "../support/samples.ts";
import type { Lots } from "./lots.ts";
import type { Neighbour } from "./neighbours.ts";

/** What citizens and organisations file: residence with a fee, seals without, stays that are handled at once. */

export type Kind = "temporary-residence" | "seal-new" | "stay-notification";
const COMMUNES: Readonly<Record<string, string>> = {
  "ca-26740": "26740",
  "ca-19789": "19789",
  "ca-00070": "00070",
  "pc06-79": "26740",
  "pc06-01": "00070",
};
export const isWard = (unit: string): boolean => unit.startsWith("ca-");

/** Keeps one picture that stands for every paper sent. */
export async function keepPicture({ deps, db }: TestHouse) {
  const kept = await deps.files.put(smallPng(180), { bytesMost: 1_000_000 });
  if (!kept.ok) throw new Error("the picture was not kept");
  await recordFile(db, { ...kept.value, mediaType: "image/png" });
  return { ...kept.value, mediaType: "image/png" };
}
export type Picture = Awaited<ReturnType<typeof keepPicture>>;

/** A filing of this kind at this unit. The same key twice is one dossier. */
export function filingOf(
  { deps }: TestHouse,
  kind: Kind,
  unit: string,
  person: Neighbour,
  picture: Picture,
  lots: Lots,
  at: number,
): Filing {
  const procedure = deps.dossiers.findProcedure(kind);
  const commune = COMMUNES[unit];
  if (!procedure || !commune) throw new Error(`${kind} at ${unit}`);
  const today = dayOfInstant(deps.clock.now());
  const account = newId();
  const line = `Số ${at + 1} đường Thử`;
  const common = { procedure, assurance: 2, key: newId() } as const;
  const paper = (key: string) => ({ paper: key, name: `${key}.png`, ...picture });
  const claimed = { number: person.number, name: person.name, birthDate: person.birthDate, sex: person.sex };
  const citizen = { account, name: person.name, as: "person" as const, number: person.number };
  if (kind === "temporary-residence") {
    const answers: Answers = {
      registrant: "self",
      person: claimed,
      phone: "0950000034",
      "target-address": { commune, line },
      "dwelling-ground": "rent",
      "owner-consent": "contract",
      household: "own-head",
      "stay-until": addDays(today, 200 + lots.below(300)),
      declaration: true,
    };
    const channel = lots.percent(20) ? ("desk" as const) : ("online" as const);
    const owner = { name: person.name, number: person.number };
    return { ...common, answers, papers: [paper("lawful-dwelling")], channel, actor: citizen, owner };
  }
  const code = `09${String(at).padStart(8, "0")}`;
  const name = `Tổ chức Thử ${at}`;
  const body = { account, name: `${name} (${person.name})`, as: "organisation" as const, organisation: code };
  const owner = { name, number: code };
  if (kind === "seal-new") {
    const answers: Answers = {
      "law-it-works-under": "public-law",
      "organisation-name": name,
      "organisation-code": code,
      "organisation-kind": "public-unit",
      "head-office": { commune, line },
      phone: "0950000035",
      "seal-kind": "wet-plain",
      "seal-text": name.toLocaleUpperCase("vi"),
      quantity: 1,
      "sent-person": claimed,
      declaration: true,
    };
    const papers = [paper("founding-decision"), paper("letter-of-introduction")];
    return { ...common, answers, papers, channel: "online", actor: body, owner };
  }
  const guests = Array.from({ length: lots.between(1, 3) }, (_, n) => ({
    "full-name": "Nguyễn Thị Hoa",
    "birth-date": { year: 1990, month: 3, day: 27 },
    sex: "F",
    nationality: "VNM",
    "document-kind": "passport",
    "passport-number": `C${String(at * 10 + n).padStart(8, "0")}`,
    "arrived-at": `${today}T00:30`,
    "leaves-on": addDays(today, 2),
    reason: "tourism",
  }));
  const answers: Answers = { "lodging-kind": "hotel", "host-name": name, place: { commune, line }, guests };
  return { ...common, answers, papers: [], channel: "api", actor: body, owner };
}
