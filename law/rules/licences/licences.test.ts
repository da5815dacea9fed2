import { describe, expect, it } from "vitest";
import { calculate } from "../index.ts";

const reckoned = (name: string, input: object): Record<string, unknown> | string => {
  const answer = calculate(name, input);
  return answer.ok ? answer.value.value : `${answer.failure.code} ${answer.failure.field}`;
};

describe("seal-file", () => {
  const file = (input: object) => reckoned("seal-file", { organisation: "state-body", papers: [], ...input });
  it.each([
    ["new", undefined, ["founding-document"]],
    ["re-register", "worn", ["request"]],
    ["re-register", "damaged", ["request"]],
    ["re-register", "material-changed", ["request"]],
    ["re-register", "reorganised", ["request", "change-decision"]],
    ["re-register", "renamed", ["request", "change-decision"]],
    ["re-register", "lost", ["request", "superior-confirmation", "lost-seal-certificate"]],
    ["additional", undefined, ["permission-document"]],
    ["relief", undefined, ["diploma-power-document"]],
    ["certificate", undefined, ["request"]],
  ])("%s %s needs %j", (procedure, reason, papers) => {
    const input = { procedure, ...(reason ? { reason } : {}) };
    expect(file(input)).toEqual({ inScope: true, refusal: null, complete: false, missing: papers });
    expect(file({ ...input, papers })).toMatchObject({ complete: true, missing: [] });
  });
  it("refuses a company alone, and takes an enterprise of a special law", () => {
    const papers = ["founding-document"];
    expect(file({ organisation: "company", procedure: "new", papers })).toMatchObject({
      inScope: false,
      refusal: "enterprise-decides-own-seal",
    });
    expect(file({ organisation: "special-law-enterprise", procedure: "new", papers })).toMatchObject({
      inScope: true,
      complete: true,
    });
  });
  it("asks for the reason of a new registration before it looks at the values", () => {
    expect(file({ procedure: "re-register" })).toBe("missing-field reason");
    expect(file({ procedure: "re-register", papers: ["x"] })).toBe("missing-field reason");
    expect(file({ procedure: "re-register", reason: "lost", papers: ["x"] })).toBe("not-allowed papers[0]");
  });
});

describe("security-business", () => {
  const unit = (line: string, on: string, more: object = {}) => {
    const value = reckoned("security-business", { line, on, operator: "household-business", ...more });
    return typeof value === "string" ? value : value["unit"];
  };
  it.each([
    ["2023-08-14", { operator: "enterprise" }, "provincial-police"],
    ["2023-08-14", {}, "district-police"],
    ["2023-08-14", { operator: "other" }, "district-police"],
    ["2023-08-15", { rooms: 9 }, "commune-police"],
    ["2023-08-15", { rooms: 10 }, "district-police"],
    ["2025-02-28", { rooms: 20 }, "district-police"],
    ["2025-02-28", { rooms: 21 }, "provincial-police"],
    ["2025-02-28", { rooms: 21, stars: 5 }, "c06"],
    ["2025-02-28", { stars: 5 }, "c06"],
    ["2025-02-28", { stars: 4 }, "missing-field rooms"],
    ["2025-03-01", { rooms: 20 }, "commune-police"],
    ["2025-03-01", { rooms: 21 }, "provincial-police"],
    ["2026-03-14", { rooms: 15, stars: 5 }, "provincial-police"],
    ["2026-03-14", { rooms: 29 }, "provincial-police"],
    ["2026-03-15", { rooms: 29 }, "commune-police"],
    ["2026-03-15", { rooms: 30 }, "provincial-police"],
    ["2026-03-15", { rooms: 10, stars: 5 }, "provincial-police"],
    ["2016-06-30", { rooms: 10 }, "not-in-force on"],
  ])("lodging on %s with %j: %s", (on, more, expected) => {
    expect(unit("luu-tru", on, more)).toBe(expected);
  });
  it.each([
    ["cam-do", "2025-02-28", "district-police"],
    ["cam-do", "2025-03-01", "commune-police"],
    ["thiet-bi-uu-tien", "2026-03-14", "commune-police"],
    ["thiet-bi-uu-tien", "2026-03-15", "provincial-police"],
    ["phao", "2025-03-01", "provincial-police"],
    ["phao", "2025-02-28", "not-determined line"],
    ["phao", "2026-03-15", "commune-police"],
    ["kinh-doanh-khi", "2023-08-15", "commune-police"],
    ["kinh-doanh-khi", "2026-03-15", "not-determined line"],
    ["casino", "2026-03-14", "provincial-police"],
    ["casino", "2026-03-15", "not-determined line"],
    ["sung-ban-son", "2024-01-10", "district-police"],
    ["doi-no", "2020-12-31", "provincial-police"],
    ["doi-no", "2021-01-01", null],
    ["nha-hang", "2026-03-15", "not-allowed line"],
  ])("%s on %s: %s", (line, on, expected) => {
    expect(unit(line, on)).toBe(expected);
  });
  it("asks an enterprise for a plan for lodging, and everybody for fireworks", () => {
    const plan = (line: string, operator: string) =>
      reckoned("security-business", { line, operator, on: "2026-04-01", rooms: 5 });
    expect(plan("luu-tru", "enterprise")).toMatchObject({ securityPlanRequired: true });
    expect(plan("luu-tru", "household-business")).toMatchObject({ securityPlanRequired: false });
    expect(plan("phao", "other")).toMatchObject({ securityPlanRequired: true });
    expect(plan("karaoke", "enterprise")).toMatchObject({ securityPlanRequired: false });
    expect(plan("doi-no", "enterprise")).toEqual({ unit: null, securityPlanRequired: false, banned: true });
  });
});

describe("security-condition", () => {
  const person = (act: string, on: string, line = "cam-do") =>
    reckoned("security-condition", {
      check: "responsible-person",
      line,
      appliedOn: "2026-05-04",
      fines: [{ act, on }],
    });
  it.each([
    ["usury", "2021-05-04", ["fined-within-5-years"]],
    ["usury", "2021-05-03", []],
    ["theft", "2026-05-04", ["fined-within-5-years"]],
    ["theft", "2026-05-05", []],
    ["other", "2026-05-01", []],
  ])("a pawnbroker fined for %s on %s: %j", (act, on, failed) => {
    expect(person(act, on)).toEqual({ eligible: failed.length === 0, failed });
  });
  it("lets the fine of another line pass", () =>
    expect(person("usury", "2026-05-01", "karaoke")).toEqual({ eligible: true, failed: [] }));

  const firm = (yearsInBusiness: number, guards: number) =>
    reckoned("security-condition", {
      check: "guard-training",
      line: "dich-vu-bao-ve",
      appliedOn: "2026-05-04",
      yearsInBusiness,
      guards,
    });
  it("lets firms of three years and 300 guards train", () => {
    expect(firm(3, 300)).toEqual({ eligible: true, failed: [] });
    expect(firm(2, 299)).toEqual({ eligible: false, failed: ["under-3-years-in-business", "fewer-than-300-guards"] });
  });
  it("asks for the figures of the firm", () => {
    const input = { check: "guard-training", line: "dich-vu-bao-ve", appliedOn: "2026-05-04" };
    expect(reckoned("security-condition", input)).toBe("missing-field yearsInBusiness");
    expect(reckoned("security-condition", { ...input, yearsInBusiness: 3 })).toBe("missing-field guards");
    expect(reckoned("security-condition", { ...input, line: "karaoke", yearsInBusiness: 3, guards: 300 })).toBe(
      "not-allowed line",
    );
  });
  it("knows no condition of a banned line", () => {
    const input = { check: "responsible-person", line: "doi-no" };
    expect(reckoned("security-condition", { ...input, appliedOn: "2021-01-01" })).toBe("not-in-force appliedOn");
    expect(reckoned("security-condition", { ...input, appliedOn: "2020-12-31" })).toMatchObject({ eligible: true });
  });
});

describe("procedure-availability", () => {
  const cut = { available: false, suspendedFrom: "2026-07-01", suspendedUntil: "2027-02-28" };
  const open = {
    available: true,
    suspendedFrom: null,
    suspendedUntil: null,
    pendingFile: null,
    returnOnRequest: false,
  };
  const gone = { available: false, suspendedFrom: null, suspendedUntil: null };
  it.each<[object, object | string]>([
    [{ procedure: "t-trade", on: "2026-06-30" }, open],
    [
      { procedure: "t-trade", on: "2026-07-01" },
      { ...cut, pendingFile: null, returnOnRequest: false },
    ],
    [{ procedure: "t-trade", on: "2027-02-28" }, cut],
    [{ procedure: "t-trade", on: "2027-03-01" }, open],
    [
      { procedure: "t-trade", on: "2026-07-02", receivedOn: "2026-06-30" },
      { ...cut, pendingFile: "stopped-by-law", returnOnRequest: true },
    ],
    [
      { procedure: "t-trade", on: "2026-07-02", receivedOn: "2026-07-01" },
      { ...cut, pendingFile: null },
    ],
    [{ procedure: "t-trade", on: "2027-03-01", receivedOn: "2026-06-30" }, open],
    [{ procedure: "t-trade", on: "2024-12-31" }, "not-in-force on"],
    [{ procedure: "t-use", on: "2026-08-01", receivedOn: "2026-06-01" }, open],
    [{ line: "gay-nhieu-pha-song", on: "2026-07-01" }, cut],
    [{ line: "thiet-bi-uu-tien", on: "2026-06-30" }, open],
    [{ line: "karaoke", on: "2026-08-01" }, open],
    [{ line: "doi-no", on: "2020-12-31" }, open],
    [{ line: "doi-no", on: "2021-01-01" }, gone],
    [{ procedure: "fire-acceptance-check", on: "2025-06-30" }, "not-in-force on"],
    [{ procedure: "fire-acceptance-check", on: "2026-06-30" }, open],
    [{ procedure: "fire-acceptance-check", on: "2026-09-14" }, cut],
    [{ procedure: "fire-acceptance-check", on: "2026-09-15" }, gone],
    [{ procedure: "fire-acceptance-check", on: "2027-03-01" }, gone],
    [
      { procedure: "fire-acceptance-check", on: "2026-09-15", receivedOn: "2026-06-01" },
      { ...gone, pendingFile: "stopped-by-law" },
    ],
    [{ procedure: "fire-old-approval-acceptance", on: "2026-08-01" }, cut],
    [{ procedure: "fire-old-approval-acceptance", on: "2026-09-15" }, "not-determined procedure"],
    [{ on: "2026-09-15" }, "missing-field procedure"],
    [{ procedure: "t-use", line: "karaoke", on: "2026-09-15" }, "not-allowed line"],
    [{ procedure: "karaoke", on: "2026-09-15" }, "not-allowed procedure"],
  ])("%j", (input, expected) => {
    const value = reckoned("procedure-availability", input);
    if (typeof expected === "string") expect(value).toBe(expected);
    else expect(value).toMatchObject(expected);
  });
});

describe("weapon-procedure", () => {
  const file = (procedure: string, receivedOn: string, more: object = {}) =>
    reckoned("weapon-procedure", { procedure, receivedOn, ...more });
  it("goes to C06 for holders of ministry level", () => {
    expect(file("t-use", "2026-10-05", { holder: "ministry-level" })).toMatchObject({ unit: "c06" });
    expect(file("t-use", "2026-10-05")).toMatchObject({
      unit: "provincial-police",
      dueOn: "2026-10-14",
      validDays: null,
    });
    expect(file("w-primitive", "2026-10-05", { holder: "ministry-level" })).toMatchObject({ unit: "commune-police" });
  });
  it("takes back papers at the province while the resolution runs", () => {
    const unit = (on: string) => file("x-return", on, { holder: "ministry-level" });
    expect(unit("2026-06-30")).toMatchObject({ unit: "c06" });
    expect(unit("2026-07-01")).toMatchObject({ unit: "provincial-police" });
    expect(unit("2027-02-26")).toMatchObject({ unit: "provincial-police" });
    expect(unit("2027-03-01")).toMatchObject({ unit: "c06" });
  });
  it.each([
    [10, 0, "head-of-unit"],
    [11, 0, "minister-of-public-security"],
    [1, 1, "minister-of-public-security"],
    [0, 0, "head-of-unit"],
  ])("%d handguns and %d others over the border: %s", (handguns, otherWeapons, decidedBy) => {
    expect(file("w-cross", "2026-10-05", { handguns, otherWeapons })).toMatchObject({ unit: "c06", decidedBy });
  });
  it.each([
    ["t-use", "portal", "2026-06-30", true],
    ["t-use", "vneid", "2026-06-30", false],
    ["t-use", "vneid", "2026-07-01", true],
    ["t-register", "vneid", "2026-07-01", false],
    ["w-mil-use", "portal", "2026-07-01", false],
    ["w-mil-use", "paper", "2026-07-01", true],
    ["f-buy", "portal", "2023-08-14", false],
    ["f-buy", "portal", "2023-08-15", true],
  ])("%s by %s on %s: %s", (procedure, channel, on, channelAllowed) => {
    const value = file(procedure, on, { channel });
    expect(value).toMatchObject({ channelAllowed });
  });
  it.each([
    ["w-mil-use", "2026-06-30", ["proof-of-origin"]],
    ["w-mil-use", "2026-07-01", []],
    ["t-register", "2026-07-01", ["proof-of-origin"]],
    ["w-mil-equip", "2026-06-30", ["superior-consent"]],
    ["w-mil-equip", "2026-07-01", []],
    ["w-mil-equip", "2027-02-26", []],
    ["w-mil-equip", "2027-03-01", ["superior-consent"]],
    ["t-equip", "2026-06-30", ["guard-force-decision"]],
    ["t-equip", "2026-07-01", []],
    ["w-primitive", "2026-07-01", ["declaration"]],
    ["c-cert", "2026-07-01", []],
  ])("%s of %s with a request lacks %j", (procedure, on, missing) => {
    expect(file(procedure, on, { papers: ["request"] })).toMatchObject({ missing, complete: missing.length === 0 });
  });
  it.each([
    [4.999, 50_000],
    [5, 100_000],
    [15, 100_000],
    [15.001, 150_000],
    [undefined, null],
  ])("a load of %s t costs %s a permit", (loadTonnes, feePerPermit) => {
    const legs = [
      { mode: "road", vehicles: 2 },
      { mode: "rail", vehicles: 1 },
      { mode: "road", vehicles: 4 },
    ];
    const load = loadTonnes === undefined ? {} : { loadTonnes };
    expect(file("e-move", "2026-10-05", { legs, ...load })).toMatchObject({
      permits: 2,
      feePerPermit,
      fee: feePerPermit === null ? null : 2 * feePerPermit,
      validDays: 30,
    });
  });
  it("tells free from not known, and counts pieces", () => {
    expect(file("w-primitive", "2026-10-05")).toMatchObject({ feePerPermit: 0, fee: 0 });
    expect(file("w-mil-equip", "2026-10-05")).toMatchObject({ feePerPermit: null, fee: null, validDays: 60 });
    expect(file("w-import", "2026-10-05")).toMatchObject({ feePerPermit: null, fee: null, validDays: 90 });
    expect(file("w-cross", "2026-10-05", { handguns: 3 })).toMatchObject({ feePerPermit: 30_000, fee: 30_000 });
    expect(file("w-buy", "2026-10-05")).toMatchObject({ feePerPermit: null, fee: null });
  });
  it("takes at once what the public hands in", () =>
    expect(file("x-surrender", "2026-10-05")).toMatchObject({ dueOn: "2026-10-05", complete: true }));
  it.each([
    ["t-use", "2024-12-31", "not-in-force receivedOn"],
    ["w-import", "2025-06-30", "not-in-force receivedOn"],
    ["t-trade", "2026-07-01", "not-in-force receivedOn"],
    ["t-use", "2027-12-30", "calendar-not-loaded receivedOn"],
    ["t-nothing", "2026-07-01", "not-allowed procedure"],
  ])("refuses %s on %s", (procedure, on, code) => expect(file(procedure, on)).toBe(code));
});

describe("support-tool", () => {
  const asked = (kinds: readonly string[], guarded?: string) =>
    reckoned("support-tool", {
      tools: kinds.map((kind) => ({ kind })),
      on: "2026-10-05",
      ...(guarded ? { guarded } : {}),
    });
  const COMMON = ["electric-baton", "metal-baton", "rubber-baton", "armour", "cut-resistant-gloves"];
  it("asks a use permit for what article 5 names, and a notice for the rest", () => {
    const permits = ["stun-gun", "gas-gun", "net-gun", "electric-baton", "metal-baton", "electric-gloves"];
    const notices = ["pepper-spray", "rubber-baton", "armour", "cut-resistant-gloves", "service-animal"];
    expect(asked([...permits, ...notices])).toEqual({
      tools: [
        ...permits.map((kind) => ({ kind, paper: "use-permit", workingDays: 7, allowed: null })),
        ...notices.map((kind) => ({ kind, paper: "registration-notice", workingDays: 7, allowed: null })),
      ],
      allowedKinds: null,
    });
  });
  it("gives the guards of a bank more than those of a shop", () => {
    expect(asked(["pepper-spray", "gas-gun"], "other")).toMatchObject({
      tools: [{ allowed: false }, { allowed: false }],
      allowedKinds: COMMON,
    });
    expect(asked(["pepper-spray", "gas-gun"], "bank")).toMatchObject({
      tools: [{ allowed: true }, { allowed: false }],
      allowedKinds: [...COMMON, "pepper-spray", "stun-gun", "rubber-or-explosive-round-gun", "pepper-round-gun"],
    });
  });
  it("knows nothing before the circular", () =>
    expect(reckoned("support-tool", { tools: [], on: "2024-12-31" })).toBe("not-in-force on"));
});

describe("weapon-exam", () => {
  const exam = (kind: string, theory: number, practical: string, liveFire?: number) =>
    reckoned("weapon-exam", { kind, theory, practical, ...(liveFire === undefined ? {} : { liveFire }) });
  it("is passed from 25 answers and 15 points on", () => {
    expect(exam("sport-gun", 25, "pass", 15)).toEqual({ result: "pass", failed: [] });
    expect(exam("sport-gun", 24, "fail", 14)).toEqual({ result: "fail", failed: ["theory", "practical", "live-fire"] });
  });
  it("asks nobody else to shoot", () => {
    expect(exam("support-tool", 30, "pass")).toEqual({ result: "pass", failed: [] });
    expect(exam("store-keeper", 30, "pass", 0)).toEqual({ result: "pass", failed: [] });
    expect(exam("military-gun", 30, "pass")).toBe("missing-field liveFire");
    expect(exam("military-gun", 31, "pass")).toBe("missing-field liveFire");
    expect(exam("military-gun", 31, "pass", 15)).toBe("out-of-range theory");
  });
});
