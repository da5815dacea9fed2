import { rename } from "node:fs/promises";
import { join } from "node:path";
import type { PopulationRegister } from "../../src/gateways/population/index.ts";
import { dayOfInstant } from "../../src/kernel/plain-date.ts";
import type { Sequencer } from "../../src/modules/transparency/index.ts";
import type { Clock } from "../../src/platform/clock.ts";
import { DRAFTS } from "../../src/platform/files.ts";
import type { World } from "./world.ts";

/** What goes wrong on the day, and the jobs that run beside it. */

/** Papers can no longer be kept: the folder in which they are written is gone, and comes back as it was. */
export async function breakPrinter(world: World): Promise<void> {
  const { filesDir } = world.house.settings;
  world.down.printer = true;
  await rename(join(filesDir, DRAFTS), join(filesDir, "drafts-away"));
}
export async function mendPrinter(world: World): Promise<void> {
  const { filesDir } = world.house.settings;
  await rename(join(filesDir, "drafts-away"), join(filesDir, DRAFTS));
  world.down.printer = false;
}

/** The register of the house, which does not answer while it is down. */
export const withOutages = (
  register: PopulationRegister,
  down: { readonly register: boolean },
): PopulationRegister => ({
  verify: async (claim, call, signal) =>
    down.register
      ? { ok: false, failure: { kind: "unavailable", cause: "down for a while" } }
      : register.verify(claim, call, signal),
});

/** What the jobs of the house do by the clock; some twice at once, as two machines would. */
export async function runJobs(world: World, sequencer: Sequencer["run"], clock: Clock): Promise<void> {
  const { dossiers, verifications, messages } = world.house.deps;
  await Promise.all([dossiers.warnings.raise(), dossiers.warnings.raise()]);
  await dossiers.cooperation.reportSilence();
  await Promise.all([verifications.checks.run(), verifications.checks.run()]);
  await messages.delivery.run();
  await dossiers.reroute(dayOfInstant(clock.now()));
  await sequencer();
  world.tally.count("rounds of the jobs");
}

/** A stand-in's delegation is taken back in the middle of the day: from that moment the seat is no longer theirs. */
export async function endDelegations(world: World): Promise<void> {
  const { access } = world.house.deps;
  for (const { id, seat, by } of world.staff.delegations) {
    by.present = true;
    const ended = await world.staff.as(by, (officer) => access.revokeDelegation(officer, id));
    if (!ended) world.tally.violation("a delegation can be taken back", by.name);
    seat.present = false;
    if ((await world.staff.as(seat, async () => true)) !== null)
      world.tally.violation("a delegation that ended gives nothing", seat.name);
    world.tally.count("delegations taken back");
  }
}

/** A fault of the services is recorded, as it happened a quarter of an hour ago: a ground on which clocks may be paused. */
export async function recordFault(world: World): Promise<void> {
  const operator = world.staff.seats.find((seat) => seat.present && seat.roles.includes("operator"));
  const { outages } = world.house.deps.workingTime;
  const [from, until] = [world.now() - 15 * 60_000, null];
  const wish = {
    kind: "fault",
    from,
    until,
    whatVi: "Mất kết nối",
    whatEn: "No connection",
    decision: "12/QĐ",
  } as const;
  const recorded = operator && (await world.staff.as(operator, (officer) => outages.record(officer, wish)));
  if (!recorded?.ok) world.tally.violation("a fault can be recorded", JSON.stringify(recorded));
}
