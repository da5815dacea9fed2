import type { Edition, Paper } from "../../engine/definition/index.ts";
import { type Answers, isAddress } from "../../engine/form/index.ts";
import type { Actor } from "../../engine/state/index.ts";

/** What the registers answer about papers: match, absent, or error. Never the record itself. */
export type RegisterAnswer = "match" | "absent" | "error";
export type RegisterQuestions = {
  /** Whether this person owns the dwelling at the address. */
  dwellingOf(number: string, commune: string, line: string): Promise<RegisterAnswer>;
  organisation(code: string): Promise<RegisterAnswer>;
  representative(organisation: string, account: string): Promise<RegisterAnswer>;
  person(number: string): Promise<RegisterAnswer>;
};

export type RegisterAnswers = {
  /** Whether a register's answer makes the paper unnecessary. A register that does not answer replaces nothing. */
  replaces(paper: Paper, edition: Edition, answers: Answers, ownerNumber: string, actor: Actor): Promise<boolean>;
};

/** Asks the registers; `replacedBy` of the paper says which. */
export function createRegisterAnswers(ask: RegisterQuestions): RegisterAnswers {
  return {
    async replaces(paper, edition, answers, ownerNumber, actor) {
      switch (paper.replacedBy) {
        case "dwelling-register": {
          const address = answers[edition.competence.byAddress];
          if (!isAddress(address)) return false;
          const owner = answers["owner-number"];
          const owners = [ownerNumber, ...(typeof owner === "string" ? [owner] : [])];
          const found = await Promise.all(
            owners.map((number) => ask.dwellingOf(number, address.commune, address.line)),
          );
          return found.includes("match");
        }
        case "organisation-register":
          return actor.organisation !== undefined && (await ask.organisation(actor.organisation)) === "match";
        case "representative-register":
          return (
            actor.organisation !== undefined &&
            (await ask.representative(actor.organisation, actor.number ?? "")) === "match"
          );
        case "population-register":
          // The register knows who the person is; whose guardian somebody is, it answers with the civil-status data later.
          return false;
        case undefined:
          return false;
      }
    },
  };
}
