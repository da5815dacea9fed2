import { type Instant, isoInstant } from "../../../kernel/plain-date.ts";
import { signNotice } from "../notice.ts";
import type { Fault } from "./faults.ts";
import type { Booking } from "./ledger.ts";

/** How a notice fares. `refused` is an answer the bank does not ask again after; `given-up` is none after all attempts. */
export type NoticeState = "waiting" | "delivered" | "refused" | "given-up" | "never-sent";

export type Notices = {
  /** Sends the notice of a booking, with its fault; resolves after the first attempt where one is made at once. */
  tell(booking: Booking, fault: Fault): Promise<void>;
  stateOf(booking: Booking): NoticeState;
  /** Drops everything not yet sent and waits for nothing. */
  stop(): void;
};

export type NoticeOptions = {
  readonly callbackUrl: string;
  readonly secret: string;
  readonly now: () => Instant;
  /** How long `late` waits. */
  readonly lateMs: number;
  /** How long `out-of-order` waits for another transfer to go first. */
  readonly heldMs: number;
  /** Pauses before each further attempt after no answer or a 5xx. */
  readonly retryMs: readonly number[];
};

const TIMEOUT_MS = 3_000;

/** The bank's post room: each attempt is signed anew, as its moment of sending is part of the signature. */
export function openNotices(options: NoticeOptions): Notices {
  const { callbackUrl, now, lateMs, heldMs, retryMs } = options;
  const states = new Map<string, NoticeState>();
  const timers = new Set<NodeJS.Timeout>();
  const stopped = new AbortController();
  const held: Booking[] = [];

  const later = (delayMs: number, work: () => Promise<void>): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void work();
    }, delayMs);
    timers.add(timer);
  };

  async function post(booking: Booking, secret: string): Promise<NoticeState> {
    const body = new TextEncoder().encode(noticeText(booking));
    try {
      const answer = await fetch(callbackUrl, {
        method: "POST",
        headers: { "content-type": "application/json", ...signNotice(body, secret, now()) },
        body,
        redirect: "error",
        signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await answer.body?.cancel();
      return answer.ok ? "delivered" : answer.status >= 500 || answer.status === 429 ? "waiting" : "refused";
    } catch {
      return "waiting";
    }
  }

  async function send(booking: Booking, secret = options.secret, attempt = 0): Promise<void> {
    if (stopped.signal.aborted) return;
    const state = await post(booking, secret);
    const pauseMs = retryMs[attempt];
    if (state === "waiting" && pauseMs !== undefined) later(pauseMs, () => send(booking, secret, attempt + 1));
    // What was delivered once stays delivered, whatever a second copy met.
    if (states.get(booking.bankTransaction) === "delivered") return;
    states.set(booking.bankTransaction, state === "waiting" && pauseMs === undefined ? "given-up" : state);
  }

  async function sendHeld(): Promise<void> {
    for (const booking of held.splice(0).reverse()) await send(booking);
  }

  const ways: Record<Fault, (booking: Booking) => Promise<void>> = {
    none: (booking) => send(booking),
    "wrong-amount": (booking) => send(booking),
    "unknown-reference": (booking) => send(booking),
    doubled: async (booking) => void (await Promise.all([send(booking), send(booking)])),
    "bad-signature": (booking) => send(booking, `${options.secret} of somebody else`),
    late: async (booking) => later(lateMs, () => send(booking)),
    lost: async (booking) => void states.set(booking.bankTransaction, "never-sent"),
    "out-of-order": async (booking) => {
      held.push(booking);
      later(heldMs, sendHeld);
    },
  };

  return {
    async tell(booking, fault) {
      states.set(booking.bankTransaction, "waiting");
      await ways[fault](booking);
      if (fault !== "out-of-order" && fault !== "lost") await sendHeld();
    },
    stateOf: (booking) => states.get(booking.bankTransaction) ?? "never-sent",
    stop() {
      stopped.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** A booking as it travels, in notices and in answers to queries. */
export const wire = ({ bankTransaction, reference, amount, paidAt, account }: Booking) => ({
  bankTransaction,
  reference,
  amount,
  paidAt: isoInstant(paidAt),
  account,
});
const noticeText = (booking: Booking): string => JSON.stringify(wire(booking));
