import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { newId } from "../../platform/ids.ts";
import * as rows from "./counters-rows.ts";
import type { CounterFailure } from "./failures.ts";
import { atCounter } from "./tickets-rows.ts";

/** An officer of a unit, and what their post lets them do here. */
export type DeskOfficer = {
  readonly account: string;
  readonly name: string;
  readonly officeProvince: string;
  readonly unitId: string;
  readonly roles: readonly string[];
};

const SERVING = ["deskOfficer", "caseOfficer", "unitLead"];
const KEEPING = ["deskOfficer", "unitLead"];
/** Whether a post sits at counters. */
export const mayServe = (roles: readonly string[]): boolean => SERVING.some((role) => roles.includes(role));
/** Whether a post sets up counters and sessions. */
export const mayKeep = (roles: readonly string[]): boolean => KEEPING.some((role) => roles.includes(role));

const HIGHEST_NUMBER = 99;

/** Counters of a unit: set up, opened by one officer at a time, closed. */
export function createCounters({ db, clock }: { readonly db: Database; readonly clock: Clock }) {
  return {
    countersOf: (unit: { readonly id: string; readonly provinceCode: string }): Promise<readonly rows.Counter[]> =>
      rows.countersOf(db, unit.provinceCode, unit.id),

    /** The offices that give numbers here. */
    queueOffices: (): Promise<readonly string[]> => rows.officesWithCounters(db),

    /** @param known the services the unit gives numbers for; others are refused */
    async addCounter(
      by: DeskOfficer,
      wanted: { readonly number: number; readonly services: readonly string[] },
      known: readonly string[],
    ): Promise<Result<{ readonly id: string }, CounterFailure>> {
      if (!mayKeep(by.roles)) return fail({ kind: "not-allowed" });
      const services = known.filter((key) => wanted.services.includes(key));
      if (services.length === 0) return fail({ kind: "services" });
      const { officeProvince, unitId } = by;
      const isNumber = Number.isInteger(wanted.number) && wanted.number >= 1 && wanted.number <= HIGHEST_NUMBER;
      const id = newId();
      const counter = { officeProvince, id, unitId, number: wanted.number, services };
      if (!isNumber || !(await rows.insertCounter(db, counter))) return fail({ kind: "number-used" });
      return ok({ id });
    },

    /** Which services a counter takes from its next call on. */
    setServices(
      by: DeskOfficer,
      counterId: string,
      wanted: readonly string[],
      known: readonly string[],
    ): Promise<Result<true, CounterFailure>> {
      return db.inTransaction(async (tx) => {
        if (!mayKeep(by.roles)) return fail({ kind: "not-allowed" as const });
        const counter = await rows.lockCounter(tx, by.officeProvince, by.unitId, counterId);
        if (!counter) return fail({ kind: "not-your-counter" as const });
        const services = known.filter((key) => wanted.includes(key));
        if (services.length === 0) return fail({ kind: "services" as const });
        await rows.setServices(tx, counter, services);
        return ok(true as const);
      });
    },

    /** Removes a counter that nobody sits at; its past stays. */
    retireCounter(by: DeskOfficer, counterId: string): Promise<Result<true, CounterFailure>> {
      return db.inTransaction(async (tx) => {
        if (!mayKeep(by.roles)) return fail({ kind: "not-allowed" as const });
        const counter = await rows.lockCounter(tx, by.officeProvince, by.unitId, counterId);
        if (!counter) return fail({ kind: "not-your-counter" as const });
        if (counter.openedBy !== null) return fail({ kind: "taken" as const });
        await rows.retireCounter(tx, counter, clock.now());
        return ok(true as const);
      });
    },

    /** Sits down at a counter. One that a colleague has open is not taken from them. */
    open(by: DeskOfficer, counterId: string): Promise<Result<true, CounterFailure>> {
      return db.inTransaction(async (tx) => {
        if (!mayServe(by.roles)) return fail({ kind: "not-allowed" as const });
        const counter = await rows.lockCounter(tx, by.officeProvince, by.unitId, counterId);
        if (!counter) return fail({ kind: "not-your-counter" as const });
        if (counter.openedBy !== null && counter.openedBy !== by.account) return fail({ kind: "taken" as const });
        await rows.leaveOtherCounters(tx, by.officeProvince, by.account, counterId);
        if (counter.openedBy === null) await rows.openCounter(tx, counter, by, clock.now());
        return ok(true as const);
      });
    },

    /** Leaves a counter: one's own, or as whoever keeps the counters one that a colleague forgot. Not before its ticket is ended. */
    close(by: DeskOfficer, counterId: string): Promise<Result<true, CounterFailure>> {
      return db.inTransaction(async (tx) => {
        const counter = await rows.lockCounter(tx, by.officeProvince, by.unitId, counterId);
        if (!counter || (counter.openedBy !== by.account && !mayKeep(by.roles)))
          return fail({ kind: "not-your-counter" as const });
        if (await atCounter(tx, by.officeProvince, counterId)) return fail({ kind: "busy" as const });
        await rows.closeCounter(tx, counter);
        return ok(true as const);
      });
    },
  };
}
