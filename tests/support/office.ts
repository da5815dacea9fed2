import type { Browser, Page } from "./browserless.ts";
import { signInAs } from "./browserless.ts";
import { act } from "./portal.ts";

/** The staff of one office of the demonstration, each signed in: reception, examination, decision, registry. */
export type Staff = {
  readonly desk: Browser;
  readonly examiner: Browser;
  readonly lead: Browser;
  readonly clerk: Browser;
};

/** @param slug as in the demonstration's accounts, e.g. `sai-gon`, `pc06-ha-noi`. */
export async function staffOf(houseUrl: string, slug: string): Promise<Staff> {
  const officer = (post: string) =>
    signInAs(houseUrl, `can-bo-${slug}-${post}`, { start: "/dang-nhap/can-bo?ve=/office" });
  const [desk, examiner, lead, clerk] = await Promise.all([
    officer("tiep-nhan"),
    officer("thu-ly"),
    officer("lanh-dao"),
    officer("van-thu"),
  ]);
  return { desk, examiner, lead, clerk };
}

export type Decision = { readonly outcome: "grant" | "refuse"; readonly ground?: string; readonly reason?: string };

/** From an accepted dossier to its returned result; every act must be recorded. @returns the last page */
export async function decideAndReturn(staff: Staff, code: string, decision: Decision): Promise<Page> {
  const outcome = {
    outcome: decision.outcome,
    ground: decision.ground ?? "",
    reason: decision.reason ?? "Đủ điều kiện",
  };
  const page = await staff.lead.get(`/office/ho-so/${code}`);
  const options = [...page.html.matchAll(/<option value="([0-9a-f-]{36})"[^>]*>([^<]*)/g)];
  const examiner = options.find(([, , label]) => !label?.startsWith("Bản thân tôi"))?.[1] ?? "";
  const steps: readonly (readonly [Browser, string, Readonly<Record<string, string>>])[] = [
    [staff.lead, "assigned", { to: examiner }],
    [staff.examiner, "proposed", outcome],
    [staff.lead, "decided", outcome],
    [staff.lead, "signed", { confirm: "yes" }],
    [staff.clerk, "numbered", {}],
    [staff.clerk, "issued", {}],
    [staff.desk, "returned", { way: "online" }],
  ];
  let last = page;
  for (const [who, kind, fields] of steps) {
    last = await act(who, code, kind, fields);
    if (last.url.searchParams.get("xong") !== kind)
      throw new Error(`${kind} of ${code} was not recorded (${last.status})`);
  }
  return last;
}
