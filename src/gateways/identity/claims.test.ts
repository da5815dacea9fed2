import { describe, expect, test } from "vitest";
import { sheet } from "../../../tests/support/shared-sheets.ts";
import { identityFromClaims } from "./claims.ts";
import { PROFILES, type ProfileName } from "./profiles.ts";

/** The profiles against what was established of the national systems, and against answers that are odd. */

type Sheet = {
  readonly [K in "portalOidc" | "vneid"]: {
    readonly authorize: { readonly path: string; readonly params: readonly string[] };
    readonly token: { readonly path: string } | string;
    readonly claims: readonly { readonly name: string }[];
    readonly exampleUserinfo: Record<string, unknown>;
  };
};
const text = sheet("interop/identity-sso.json");
const known: Sheet | null = text ? JSON.parse(text) : null;
const of = (profile: ProfileName, said: Record<string, unknown>, signed: Record<string, unknown> = {}) =>
  identityFromClaims("citizen", "https://sso.example.vn", { signed, profile: said }, PROFILES[profile]);

describe.skipIf(!known)("the profiles and the sheet of the national sign-ins", () => {
  test.each([
    ["national-portal", "portalOidc", "TECH-TEST-0001", 1],
    ["vneid", "vneid", "test-sub-2", 2],
  ] as const)("%s: the sample becomes a citizen", (profile, part, subject, assurance) => {
    expect(of(profile, known?.[part].exampleUserinfo ?? {})).toEqual({
      ok: true,
      value: expect.objectContaining({
        kind: "citizen",
        subject,
        assurance,
        name: "NGƯỜI THỬ NGHIỆM A",
        personNumber: "000000000017",
        birthDate: { year: 1990, month: 1, day: 1 },
      }),
    });
  });

  test("the portal's profile names claims the sheet lists, and its addresses", () => {
    const listed = new Set(known?.portalOidc.claims.map(({ name }) => name));
    const { claims, paths, usualAcr } = PROFILES["national-portal"];
    expect(Object.values(claims).filter((claim) => !listed.has(claim))).toEqual([]);
    expect(paths?.authorization).toBe(known?.portalOidc.authorize.path);
    expect(known?.portalOidc.token).toMatchObject({ path: paths?.token });
    expect(known?.portalOidc.authorize.params).toContain(`acr_values=${usualAcr}`);
  });

  test("VNeID's names no token address, because none is established, and says which claims are our guess", () => {
    const listed = new Set(known?.vneid.claims.map(({ name }) => name));
    const { claims, paths, doubtful } = PROFILES.vneid;
    const unlisted = Object.entries(claims).filter(([, claim]) => !listed.has(claim));
    expect(unlisted.map(([fact]) => fact).sort()).toEqual([
      "email",
      "enterpriseCode",
      "enterpriseName",
      "phone",
      "taxCode",
    ]);
    expect(doubtful["claims of organisations, e-mail and phone"]).toBe("inferred");
    expect(paths).toEqual({
      authorization: known?.vneid.authorize.path,
      token: null,
      userinfo: null,
      endSession: null,
    });
    expect(known?.vneid.token).toBe("path not established");
  });
});

describe("claims", () => {
  const person = { sub: "s", TechID: "t", LoaiTaiKhoan: "1", SoDinhDanh: "001090000018", HoVaTen: "Trần Bình" };
  const levelOf = (profile: ProfileName, said: object, signed: object = {}) => {
    const read = of(profile, { ...person, ...said }, { ...signed });
    return read.ok ? read.value.assurance : read.failure;
  };

  test("the account is named by what does not change hands, and without it nobody is known", () => {
    expect(of("national-portal", person)).toMatchObject({ ok: true, value: { subject: "t" } });
    expect(of("vneid", person)).toMatchObject({ ok: true, value: { subject: "s" } });
    const { TechID: _gone, ...without } = person;
    expect(of("national-portal", without)).toEqual({ ok: false, failure: { tag: "claims-missing", detail: "TechID" } });
  });

  test("a number that lost its noughts on the way is the same number", () => {
    expect(of("vneid", { ...person, SoDinhDanh: 1_090_000_018 })).toMatchObject({
      value: { personNumber: "001090000018" },
    });
  });

  test("acr counts only where it is signed; then the account's level; nothing said is level 1", () => {
    expect(levelOf("vneid", { IAL: 2 }, { acr: "LoA1" })).toBe(1);
    expect(levelOf("vneid", { acr: "LoA3", IAL: 2 })).toBe(2);
    expect(levelOf("vneid", { acr: "LoA3" })).toBe(1);
    expect(levelOf("national-portal", { IAL: 2 })).toBe(1);
    expect(levelOf("national-portal", { loAs: ["LoA1", "LoA2"] })).toBe(2);
    expect(levelOf("vneid", { IAL: "twelve", loAs: "LoA9" })).toBe(1);
  });

  test("an organisation needs its code and name; the tax code stands in for the code", () => {
    const firm = { ...person, LoaiTaiKhoan: 2, TenDoanhNghiep: "Khách sạn", MaSoThue: "0100000001" };
    expect(of("national-portal", firm)).toMatchObject({
      value: { kind: "organisation", organisation: { code: "0100000001", name: "Khách sạn" } },
    });
    expect(of("national-portal", { ...firm, TenDoanhNghiep: "" })).toMatchObject({
      failure: { tag: "claims-missing", detail: "TenDoanhNghiep" },
    });
  });
});
