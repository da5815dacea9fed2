import type { OfficeRole } from "../../src/engine/permission/index.ts";
import { type Actor, openCooperations, originalsInHand } from "../../src/engine/state/index.ts";
import { addDays, dayOfInstant, weekday } from "../../src/kernel/plain-date.ts";
import type { ActWanted, DossierView } from "../../src/modules/dossiers/index.ts";
import { isWard } from "./filings.ts";
import type { Lots } from "./lots.ts";
import type { Seat } from "./staff.ts";
import type { World } from "./world.ts";

/** What the people of the day want next: the usual way of a dossier, and every now and then something beside it. */

/** Who shall do it: the filer, or somebody of a unit in one of the roles. */
export type Wish = {
  readonly who: "filer" | { readonly unit: string; readonly roles: readonly OfficeRole[] };
  readonly wanted: ActWanted;
};

const GAP = { what: "Hợp đồng thuê nhà còn hạn", basis: "Điều 28 Luật Cư trú", how: "Chụp và gửi tại trang hồ sơ" };

export function nextWish(world: World, view: DossierView, lots: Lots): Wish | null {
  const { state } = view;
  const of = (...roles: readonly OfficeRole[]) => ({ unit: state.unit, roles });
  const office = (wanted: ActWanted, ...roles: readonly OfficeRole[]): Wish => ({ who: of(...roles), wanted });
  if (state.closedAt === null || state.replacement) {
    const beside = besideTheWay(world, view, lots);
    if (beside) return beside;
  }
  if (state.replacement) return resultStep(state.replacement.stage, office, lots);
  switch (state.status) {
    case "filed":
      return reception(world, view, lots);
    case "supplement-awaited": {
      if (lots.percent(6)) return { who: "filer", wanted: { act: "withdrawn", reason: "Không còn nhu cầu" } };
      if (lots.percent(4)) return office({ act: "stopped", ...STOP }, "signer");
      const papers = [{ paper: "lawful-dwelling", name: "bổ sung.png", ...world.picture }];
      return {
        who: "filer",
        wanted: { act: "supplemented", message: "Đã gửi", papers: lots.percent(70) ? papers : [] },
      };
    }
    case "accepted":
      return assigning(world, view, lots);
    case "assigned":
      return office({ act: "proposed", ...judged(view, lots, 12) }, "caseOfficer");
    case "proposed":
      return office({ act: "decided", ...judged(view, lots, 12) }, "signer");
    case "decided":
    case "signed":
    case "numbered":
    case "issued":
      return resultStep(state.status, office, lots);
    case "returned": {
      if (originalsInHand(state).length > 0)
        return office({ act: "originals-returned", way: "desk", to: "" }, "deskOfficer");
      const wrong = { reason: "Sai họ tên", correction: "Đúng: có dấu", outcome: null } as const;
      return view.edition.handling === "examined" && lots.percent(5)
        ? office({ act: "replacement-decided", ...wrong }, "signer")
        : null;
    }
    default:
      return originalsInHand(state).length > 0
        ? office({ act: "originals-returned", way: "post", to: "" }, "deskOfficer")
        : null;
  }
}

const STOP = { reason: "Không thể giải quyết", basis: "Điều 21", fee: "kept", feeBasis: "Luật Phí và lệ phí" } as const;

type Office = (wanted: ActWanted, ...roles: readonly OfficeRole[]) => Wish;
function resultStep(stage: string, office: Office, lots: Lots): Wish | null {
  if (stage === "decided") return office({ act: "signed" }, "signer");
  if (stage === "signed") return office({ act: "numbered" }, "clerk");
  if (stage === "numbered") return office({ act: "issued" }, "clerk");
  if (lots.percent(6)) return office({ act: "posted", carrier: "", tracking: `RR${lots.below(1e6)}VN` }, "deskOfficer");
  return lots.percent(70)
    ? office({ act: "returned", way: "online", to: "" }, "deskOfficer")
    : office({ act: "returned", way: "desk", to: "", proof: "Đã ký nhận" }, "deskOfficer");
}

function judged(view: DossierView, lots: Lots, refusing: number) {
  const ground = view.edition.refusalGrounds[0]?.key;
  return lots.percent(refusing) && ground
    ? { outcome: "refuse" as const, ground, reason: "Không đủ điều kiện" }
    : { outcome: "grant" as const, reason: "Đủ điều kiện" };
}

function reception(world: World, view: DossierView, lots: Lots): Wish {
  const { state, edition } = view;
  const desk = (wanted: ActWanted): Wish => ({ who: { unit: state.unit, roles: ["deskOfficer"] }, wanted });
  if (lots.percent(3)) return { who: "filer", wanted: { act: "withdrawn", reason: "Nộp nhầm" } };
  if (lots.percent(5)) return desk({ act: "originals-taken", papers: [{ title: "Hợp đồng thuê", count: 1 }] });
  if (lots.percent(5)) {
    const ground = edition.refusalGrounds[0]?.key ?? "";
    return desk({ act: "refused-intake", ground, reason: "Không đủ điều kiện" });
  }
  if (lots.percent(3)) return transfer(world, view, lots) ?? desk({ act: "accepted" });
  if (state.intakeSupplements === 0 ? lots.percent(12) : lots.percent(10)) {
    if (state.intakeSupplements > 0 && !state.supplementApproval)
      return {
        who: { unit: state.unit, roles: ["deskHead", "unitLead"] },
        wanted: { act: "supplement-approved", reason: "Bản gửi lại bị mờ" },
      };
    return desk({ act: "supplement-requested", items: [GAP], reason: "" });
  }
  return desk({ act: "accepted" });
}

function transfer(world: World, { state }: DossierView, lots: Lots): Wish | null {
  const others = world.staff.units.filter((unit) => unit !== state.unit && isWard(unit) === isWard(state.unit));
  const unit = lots.oneOf(others);
  if (!unit || state.clockRuns.length > 1) return null;
  return {
    who: { unit: state.unit, roles: ["deskOfficer"] },
    wanted: { act: "transferred", unit, reason: "Chỗ ở thuộc phường khác" },
  };
}

function assigning(world: World, view: DossierView, lots: Lots): Wish | null {
  const { state } = view;
  if (lots.percent(2)) {
    const moved = transfer(world, view, lots);
    if (moved) return moved;
  }
  const to = lots.oneOf(world.staff.sitting(state.unit, "caseOfficer"));
  if (!to) return null;
  const { account, name } = to;
  return { who: { unit: state.unit, roles: ["unitLead"] }, wanted: { act: "assigned", to: { account, name } } };
}

/** Pauses, questions to other offices, new appointments: beside the straight way. */
function besideTheWay(world: World, view: DossierView, lots: Lots): Wish | null {
  const { state } = view;
  const office = (wanted: ActWanted, ...roles: readonly OfficeRole[]): Wish => ({
    who: { unit: state.unit, roles },
    wanted,
  });
  if (state.pausedSince !== null && lots.percent(70))
    return office({ act: "clock-resumed", reason: "Sự cố đã khắc phục" }, "signer");
  const asked = openCooperations(state).find(({ kind }) => kind === "opinion");
  if (asked && lots.percent(60))
    return {
      who: { unit: asked.unit, roles: ["caseOfficer", "unitLead"] },
      wanted: { act: "consultation-answered", opinion: "agree", answer: "Không có ý kiến khác" },
    };
  const atWork = ["assigned", "proposed"].includes(state.status);
  if (atWork && lots.percent(5)) {
    const unit = lots.oneOf(world.staff.units.filter((one) => one !== state.unit));
    if (unit)
      return office({ act: "consulted", unit, question: "Xác minh chỗ ở", days: lots.between(1, 3) }, "caseOfficer");
  }
  if (atWork && lots.percent(4))
    return office({ act: "supplement-requested", items: [GAP], reason: "" }, "caseOfficer");
  if (atWork && lots.percent(4)) {
    const wish = { ground: "system-outage", decision: "12/QĐ-CA", reason: "Sự cố hệ thống" };
    return office({ act: "clock-paused", ...wish }, "signer");
  }
  if (state.dueAt !== null && atWork && lots.percent(4)) {
    const words = { reason: "Chờ cơ quan phối hợp", unitAtFault: "Đội nghiệp vụ" };
    return office(
      { act: "reappointed", ...words, day: workingDayAfter(Math.max(state.dueAt, world.now())) },
      "unitLead",
    );
  }
  return atWork && lots.percent(1.5) ? office({ act: "stopped", ...STOP }, "signer") : null;
}

function workingDayAfter(at: number) {
  let on = addDays(dayOfInstant(at), 2);
  while (weekday(on) === 0 || weekday(on) === 6) on = addDays(on, 1);
  return on;
}

/** One of those who sit there and fit; those whom the law bars come too, and have to be refused. */
export const seatFor = (world: World, wish: Wish, filer: Actor, lots: Lots): Seat | Actor | null =>
  wish.who === "filer" ? filer : lots.oneOf(world.staff.sitting(wish.who.unit, ...wish.who.roles));
