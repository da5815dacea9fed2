import pg from "pg";
import { procedures } from "../../law/index.ts";
import type { Actor } from "../../src/engine/state/index.ts";
import { day, instantAt } from "../../src/kernel/plain-date.ts";
import { readForHouse } from "../../src/modules/access/index.ts";
import type { ActFailure, ActWanted } from "../../src/modules/dossiers/index.ts";
import { newId } from "../../src/platform/ids.ts";
import { testHouse } from "./house.ts";
import { fileResidence } from "./office-stage.ts";

/** Dossiers and the officers of three offices, acting without pages: for tests of the acts themselves. */

export const HERE = "ca-26740";
export const ELSEWHERE = "ca-19789";
export const CHIEF = "ca-79";
export const officer = (name: string, roles: NonNullable<Actor["roles"]>, unit: string = HERE): Actor => ({
  account: newId(),
  name,
  as: "officer",
  unit,
  roles,
});
/** Monday 16 November 2026, 09:00. */
export const MONDAY = instantAt(day("2026-11-16"), 540);

/** The house with the procedures of the law, and one more, `linked-residence`, in which two agencies have their turn. */
export async function lifeStage() {
  const residence = procedures.find(({ key }) => key === "temporary-residence");
  const edition = residence?.editions.at(-1);
  if (!residence || !edition) throw new Error("no temporary residence");
  const agency = { title: { vi: "Công an tỉnh", en: "Provincial police" }, level: "province" as const, share: 1 };
  const interlinked = [
    { ...agency, key: "first" },
    { ...agency, key: "second" },
  ];
  const linked = { ...residence, key: "linked-residence", editions: [{ ...edition, interlinked }] };
  const house = await testHouse({ standIns: false, procedures: [...procedures, linked] });
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  // Papers are signed from a post.
  const posts = await owner.query("select id from posts where unit_id = $1 and 'signer' = any(roles) limit 1", [HERE]);
  const staff = {
    desk: officer("Tiếp nhận", ["deskOfficer"]),
    examiner: officer("Thụ lý", ["caseOfficer"]),
    lead: { ...officer("Lãnh đạo", ["unitLead", "signer"]), post: String(posts.rows[0].id) },
    clerk: officer("Văn thư", ["clerk"]),
    deskHead: officer("Đứng đầu Một cửa", ["deskHead", "deskOfficer"]),
    elsewhere: officer("Cán bộ Huế", ["caseOfficer", "deskOfficer"], ELSEWHERE),
    chief: officer("Cán bộ tỉnh", ["caseOfficer"], CHIEF),
  };

  const view = async (code: string) => {
    const found = await house.deps.dossiers.find(readForHouse(house.db, "act"), code);
    if (!found) throw new Error(`no dossier ${code}`);
    return found;
  };
  /** Tries an act: null where it was done. */
  const attempt = async (code: string, actor: Actor, wanted: ActWanted): Promise<ActFailure | null> => {
    const { row } = await view(code);
    const target = { officeProvince: row.officeProvince, id: row.id, seen: null };
    const done = await house.deps.dossiers.act(target, actor, wanted);
    return done.ok ? null : done.failure;
  };
  const act = async (code: string, actor: Actor, wanted: ActWanted): Promise<void> => {
    const failure = await attempt(code, actor, wanted);
    if (failure) throw new Error(`${wanted.act}: ${JSON.stringify(failure)}`);
  };
  const accepted = async (procedure?: string): Promise<string> => {
    const code = await fileResidence(house, newId(), procedure);
    await act(code, staff.desk, { act: "accepted" });
    return code;
  };
  const assigned = async (procedure?: string): Promise<string> => {
    const code = await accepted(procedure);
    const { account, name } = staff.examiner;
    await act(code, staff.lead, { act: "assigned", to: { account, name } });
    return code;
  };
  return {
    house,
    owner,
    staff,
    view,
    attempt,
    act,
    accepted,
    assigned,
    stateOf: async (code: string) => (await view(code)).state,
    filer: async (code: string) => (await view(code)).state.filer,
    close: async () => {
      await owner.end();
      await house.close();
    },
  };
}
export type LifeStage = Awaited<ReturnType<typeof lifeStage>>;
