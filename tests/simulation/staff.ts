import type pg from "pg";
import type { OfficeRole } from "../../src/engine/permission/index.ts";
import type { Actor } from "../../src/engine/state/index.ts";
import type { PersonNumber } from "../../src/kernel/person-number.ts";
import { addDays, dayOfInstant } from "../../src/kernel/plain-date.ts";
import { actorOf, beginRequest, continueAs, type Post, type Session } from "../../src/modules/access/index.ts";
import { newId } from "../../src/platform/ids.ts";
import type { TestHouse } from "../support/house.ts";
import type { Neighbour } from "./neighbours.ts";

/** The officers of the day: posts in several units, some of them on leave with a colleague standing in. */

/** A place at which somebody works: an officer in a post, their own or one delegated to them. */
export type Seat = {
  readonly name: string;
  readonly person: Neighbour;
  readonly unit: string;
  readonly post: string;
  readonly roles: readonly OfficeRole[];
  readonly delegated: boolean;
  token: string;
  account: string;
  /** False while the officer is on leave, or once a delegation has ended. */
  present: boolean;
};
export type Staff = {
  readonly units: readonly string[];
  readonly seats: readonly Seat[];
  /** Who sits there with one of the roles, in the unit. */
  sitting(unit: string, ...roles: readonly OfficeRole[]): readonly Seat[];
  /** Runs work as a request of the officer's: signed in, and with what the database lets them see. */
  as<T>(seat: Seat, work: (officer: Session & { readonly post: Post }, actor: Actor) => Promise<T>): Promise<T | null>;
  /** The stand-ins of the day and the delegation that each has. */
  readonly delegations: readonly { readonly id: string; readonly seat: Seat; readonly by: Seat }[];
};

const UNITS = ["ca-26740", "pc06-79", "ca-19789", "ca-00070", "pc06-01"] as const;
const WORK: readonly (readonly OfficeRole[])[] = [
  ["deskOfficer", "cashier"],
  ["caseOfficer", "treasurer", "operator"],
  ["unitLead", "signer", "deskHead"],
  ["clerk"],
  ["deskOfficer"],
  ["caseOfficer"],
  ["unitLead", "signer"],
  ["clerk", "deskOfficer"],
];
const FEWEST = 3;
const ISSUER = "https://simulation";

export async function hireStaff(
  house: TestHouse,
  owner: pg.Pool,
  wanted: { readonly officers: number; readonly people: readonly Neighbour[] },
): Promise<Staff> {
  const { officers, people } = wanted;
  const units = UNITS.slice(0, Math.max(2, Math.min(UNITS.length, Math.floor(officers / FEWEST))));
  const seats = await fillPosts(owner, units, officers, people);

  const { access } = house.deps;
  const signIn = async (seat: Seat, subject: string): Promise<void> => {
    const personNumber = seat.person.number as PersonNumber;
    const token = await access.admit(
      { issuer: ISSUER, subject, name: seat.name, kind: "officer", assurance: 2, personNumber },
      null,
    );
    if (!token) throw new Error(`${seat.name} is not admitted`);
    const session = await access.findSession(token);
    if (session && session.post?.id !== seat.post) await access.switchPost(session, seat.post);
    seat.token = token;
    seat.account = session?.account ?? seat.account;
  };
  const subjects = new Map<Seat, string>();
  for (const seat of seats) {
    subjects.set(seat, seat.account);
    await signIn(seat, seat.account);
  }

  const staff: Staff = {
    units,
    seats,
    delegations: [],
    sitting: (unit, ...roles) =>
      seats.filter((seat) => seat.present && seat.unit === unit && roles.some((role) => seat.roles.includes(role))),
    as: (seat, work) =>
      beginRequest(async () => {
        let session = await access.findSession(seat.token);
        if (!session && seat.present) {
          // Whoever was away too long signs in anew, as people do.
          await signIn(seat, subjects.get(seat) ?? "");
          session = await access.findSession(seat.token);
        }
        if (!session?.post || session.post.id !== seat.post) return null;
        await access.keepAlive(session);
        continueAs(session);
        return work({ ...session, post: session.post }, actorOf(session));
      }),
  };

  /** One goes on leave, or not, and a colleague of the unit stands in for part of what the post may do. */
  const delegate = async (by: Seat, to: Seat, roles: readonly OfficeRole[], leaves: boolean) => {
    const today = dayOfInstant(house.deps.clock.now());
    const wish = { post: by.post, to: to.account, roles, from: today, until: addDays(today, 10), reason: "Nghỉ phép" };
    const made = await staff.as(by, (officer) => access.delegate(officer, wish));
    if (!made?.ok) throw new Error(`no delegation: ${made?.failure}`);
    by.present = !leaves;
    const seat: Seat = { ...to, post: by.post, roles, delegated: true, present: true };
    subjects.set(seat, subjects.get(to) ?? "");
    await signIn(seat, subjects.get(to) ?? "");
    seats.push(seat);
    return { id: made.value, seat, by };
  };
  const delegations: Awaited<ReturnType<typeof delegate>>[] = [];
  for (const { by, to, roles, leaves } of leaveIn(units, seats))
    delegations.push(await delegate(by, to, roles, leaves));
  return { ...staff, delegations };
}

/** Gives each officer a post in one of the units, in turn; the units have each kind of work in the same order. */
async function fillPosts(
  owner: pg.Pool,
  units: readonly string[],
  officers: number,
  people: readonly Neighbour[],
): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (let n = 0; n < officers; n++) {
    const unit = units[n % units.length] ?? UNITS[0];
    const at = Math.floor(n / units.length);
    const alone = Math.floor(officers / units.length) === FEWEST;
    const own = WORK[at % WORK.length] ?? ["deskOfficer"];
    const roles: readonly OfficeRole[] = alone && at === 0 ? [...own, "clerk"] : own;
    const person = people[n];
    if (!person) throw new Error("fewer people than officers");
    const [post, subject] = [newId(), `can-bo-${n}`];
    await owner.query(
      "insert into posts (id, officer_subject, unit_id, roles, title, valid_from) values ($1, $2, $3, $4, $5, '2025-07-01')",
      [post, subject, unit, roles, "Cán bộ (mô phỏng)"],
    );
    const name = `Cán bộ ${n + 1}`;
    seats.push({ name, person, unit, post, roles, delegated: false, token: "", account: subject, present: true });
  }
  return seats;
}

type Leave = { readonly by: Seat; readonly to: Seat; readonly roles: readonly OfficeRole[]; readonly leaves: boolean };

/** Who of each unit is away, and who stands in. Whoever stands in for a signer may have proposed: then a colleague decides. */
function leaveIn(units: readonly string[], seats: readonly Seat[]): readonly Leave[] {
  return units.flatMap((unit): Leave[] => {
    const [desk, examiner, lead, , deskAgain, otherExaminer, otherLead] = seats.filter((seat) => seat.unit === unit);
    if (!desk || !examiner || !lead) return [];
    const signing: Leave =
      otherExaminer && otherLead
        ? { by: lead, to: otherExaminer, roles: ["unitLead", "signer"], leaves: true }
        : { by: lead, to: examiner, roles: ["signer"], leaves: false };
    const receiving: Leave = deskAgain
      ? { by: deskAgain, to: desk, roles: ["deskOfficer"], leaves: true }
      : { by: desk, to: lead, roles: desk.roles.filter((role) => role !== "cashier"), leaves: true };
    return [signing, receiving];
  });
}
