import type { PlainDate } from "../../kernel/plain-date.ts";

/** Everything expected to go wrong in this room; the pages say it in sentences. */
export type IssueFailure =
  | { readonly kind: "closed"; readonly on: PlainDate }
  | { readonly kind: "no-such-service" }
  | { readonly kind: "no-counter" }
  | { readonly kind: "has-number"; readonly number: string };
export type CounterFailure =
  | { readonly kind: "not-your-counter" }
  | { readonly kind: "taken" }
  | { readonly kind: "number-used" }
  | { readonly kind: "services" }
  | { readonly kind: "not-allowed" }
  | { readonly kind: "busy" };
export type CallFailure =
  | { readonly kind: "not-your-counter" }
  | { readonly kind: "busy"; readonly number: string }
  | { readonly kind: "nobody-waits" };
export type TicketFailure =
  | { readonly kind: "not-found" }
  | { readonly kind: "not-now" }
  | { readonly kind: "not-your-counter" }
  | { readonly kind: "no-such-dossier" }
  | { readonly kind: "other-counter" };
export type SessionFailure =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "day" }
  | { readonly kind: "not-a-saturday" }
  | { readonly kind: "not-a-working-day" }
  | { readonly kind: "hours" }
  | { readonly kind: "capacity" }
  | { readonly kind: "place" }
  | { readonly kind: "procedures" }
  | { readonly kind: "reason" }
  | { readonly kind: "ended" }
  | { readonly kind: "below-booked"; readonly booked: number };
export type BookingFailure =
  | { readonly kind: "not-found" }
  | { readonly kind: "full" }
  | { readonly kind: "already-booked" }
  | { readonly kind: "too-late" }
  | { readonly kind: "too-early" }
  | { readonly kind: "ended" }
  | { readonly kind: "procedure" }
  | { readonly kind: "name" }
  | { readonly kind: "phone" };
export type ArrivalFailure =
  | IssueFailure
  | { readonly kind: "not-found" }
  | { readonly kind: "ended" }
  | { readonly kind: "other-day"; readonly on: PlainDate };
