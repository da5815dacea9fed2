/** How each national sign-in speaks: which claims carry what, how levels are asked for and told. Data, chosen by settings. */

export type ProfileName = "national-portal" | "vneid" | "standard";

/** `read` in the code of others' running systems, `recalled` from memory, `inferred` from how such systems behave. */
export type Evidence = "read" | "recalled" | "inferred";

/** What we want to know of a person, and the claim that says it; a fact without a claim is never told by this provider. */
export type ClaimNames = {
  /** Names the account for ever. Never a card or person number: those change hands or are corrected. */
  readonly subject: string;
  readonly name: string;
  readonly accountKind?: string;
  readonly personNumber?: string;
  readonly birthDate?: string;
  readonly enterpriseCode?: string;
  readonly taxCode?: string;
  readonly enterpriseName?: string;
  readonly email?: string;
  readonly phone?: string;
};

export type Profile = {
  readonly name: ProfileName;
  readonly scope: string;
  readonly claims: ClaimNames;
  /** The value of `accountKind` that marks an organisation's own account. */
  readonly enterprise: string | null;
  /** Where the level of a sign-in stands, the best witness first; `acr` is believed only from the signed token. */
  readonly levels: readonly string[];
  /** `acr_values` of an ordinary sign-in; null sends none. A step-up always asks for the level it needs. */
  readonly usualAcr: string | null;
  /** Where a provider without a published description answers, below its own address; null is not established. */
  readonly paths: {
    readonly authorization: string;
    readonly token: string | null;
    readonly userinfo: string | null;
    readonly endSession: string | null;
  } | null;
  readonly source: string;
  readonly asOf: string;
  /** What of the above was not read, and how far it is proven. */
  readonly doubtful: Readonly<Record<string, Evidence>>;
};

const POLICE_CLAIMS = {
  name: "HoVaTen",
  accountKind: "LoaiTaiKhoan",
  personNumber: "SoDinhDanh",
  birthDate: "NgayThangNamSinh",
} as const;

export const PROFILES: { readonly [P in ProfileName]: Profile } = {
  /** The sign-in of the national public service portal (xacthuc.dichvucong.gov.vn). */
  "national-portal": {
    name: "national-portal",
    scope: "openid",
    claims: {
      ...POLICE_CLAIMS,
      subject: "TechID",
      enterpriseCode: "MaSoDoanhNghiep",
      taxCode: "MaSoThue",
      enterpriseName: "TenDoanhNghiep",
      email: "ThuDienTu",
      phone: "SoDienThoai",
    },
    enterprise: "2",
    levels: ["acr", "loAs"],
    usualAcr: "LoA1",
    paths: {
      authorization: "/oauth2/authorize",
      token: "/oauth2/token",
      userinfo: "/oauth2/userinfo",
      endSession: "/oidc/logout",
    },
    source: "public code of two independent one-stop systems; addresses also in four further clients",
    asOf: "2026-11-23",
    doubtful: { "paths.userinfo": "recalled", "paths.endSession": "recalled", "acr LoA2 and above": "recalled" },
  },
  /** VNeID (sso.dancuquocgia.gov.vn). Its token address, keys and signing algorithm are not public. */
  vneid: {
    name: "vneid",
    scope: "openid",
    claims: {
      ...POLICE_CLAIMS,
      subject: "sub",
      enterpriseCode: "MaSoDoanhNghiep",
      taxCode: "MaSoThue",
      enterpriseName: "TenDoanhNghiep",
      email: "ThuDienTu",
      phone: "SoDienThoai",
    },
    enterprise: "2",
    levels: ["acr", "IAL", "loAs"],
    usualAcr: null,
    paths: { authorization: "/auth", token: null, userinfo: null, endSession: null },
    source: "claims read in one provincial system; the authorisation address in several public clients",
    asOf: "2026-11-23",
    doubtful: {
      "IAL 2 is a level-2 account": "recalled",
      "claims of organisations, e-mail and phone": "inferred",
      "acr_values for a step-up": "inferred",
    },
  },
  /** Any other OpenID Connect provider, such as a ministry's own for its officers. */
  standard: {
    name: "standard",
    scope: "openid profile",
    claims: { subject: "sub", name: "name", personNumber: "SoDinhDanh" },
    enterprise: null,
    levels: ["acr"],
    usualAcr: null,
    paths: null,
    source: "OpenID Connect Core 1.0, section 5.1; the person number under the name the national systems give it",
    asOf: "2026-11-23",
    doubtful: { "personNumber SoDinhDanh": "inferred" },
  },
};
