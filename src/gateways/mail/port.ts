import type { Result } from "../../kernel/result.ts";

/** One letter to one person. */
export type Letter = {
  /** Made by the sender; stands in the Message-ID, so that a mailbox that gets the letter twice shows it once. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where the person stops such letters; only for those they chose to get. */
  readonly unsubscribe?: string;
};

/**
 * `temporary`: the server took nothing, to be tried again. `permanent`: it never will. `uncertain`: the line broke after
 * the letter was given and before the answer: it may be on its way, so it is not sent again.
 */
export type MailFailure = {
  readonly kind: "temporary" | "permanent" | "uncertain";
  /** A code of the protocol or the network; never an address. */
  readonly cause: string;
};

/** A mail server as the office uses it. Answers the server's own receipt. */
export type Mail = { send(letter: Letter): Promise<Result<{ readonly receipt: string }, MailFailure>> };
