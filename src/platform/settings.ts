import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type Text, text } from "../kernel/text.ts";
import {
  isThisMachine,
  type LimitSettings,
  limitsOf,
  PROTECTION_SETTINGS,
  plainOnes,
  type ScannerSettings,
  scannerOf,
} from "./protection-settings.ts";
import { SIGNING_SETTINGS, type SigningSettings, signingSettingsOf } from "./signing-settings.ts";
import { Trouble } from "./trouble.ts";

const port = z.coerce.number().int().min(0).max(65_535);
const address = z.url({ protocol: /^https?$/ });
/** `postgres://user:secret@/name?host=/folder` is libpq's way to name a socket, but no URL: it gets a host to stand for it. */
const postgresAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//)
  .transform((value) => value.replace(/@\//, "@localhost/"))
  .refine((value) => URL.canParse(value));

type Setting = { readonly schema: z.ZodType; readonly doc: Text };
const setting = <S extends z.ZodType>(schema: S, vi: string, en: string) => ({ schema, doc: text(vi, en) });

/** Every setting there is, read from the environment. `motcua settings` prints this table. */
export const SETTINGS = {
  PORT: setting(port.default(3000), "Cổng phục vụ; mặc định 3000.", "Port to serve on; 3000 unless set."),
  HOST: setting(
    z.string().min(1).default("127.0.0.1"),
    "Địa chỉ lắng nghe; mặc định 127.0.0.1.",
    "Address to listen on; 127.0.0.1 unless set.",
  ),
  PUBLIC_URL: setting(
    address.optional(),
    "Địa chỉ mà người dân gõ vào; mặc định http://localhost:PORT.",
    "The address people type; http://localhost:PORT unless set.",
  ),
  DATA_DIR: setting(
    z.string().min(1).default("var"),
    "Thư mục dữ liệu; mặc định var.",
    "Folder of all data; var unless set.",
  ),
  FILES_DIR: setting(
    z.string().min(1).optional(),
    "Thư mục tệp đính kèm; mặc định DATA_DIR/files.",
    "Folder of attached files; DATA_DIR/files unless set.",
  ),
  FILES_KEY: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9+/_-]{43}=?$/)
      .optional(),
    "Khóa mã hóa tệp của riêng cơ quan (32 byte, base64); mặc định khóa trong DATA_DIR/secrets.json.",
    "A key of one's own that encrypts kept files (32 bytes, base64); a key in DATA_DIR/secrets.json unless set.",
  ),
  FILES_KEYS_FILE: setting(
    z.string().min(1).optional(),
    "Tệp chứa các khóa tệp, mỗi dòng một khóa; khóa đầu dùng để mã hóa khi không đặt FILES_KEY, các khóa khác để đọc.",
    "File with file keys, one a line; the first encrypts where FILES_KEY is not set, the others read.",
  ),
  DATABASE_URL: setting(
    postgresAddress.optional(),
    "Máy chủ PostgreSQL 15–18 dùng thay cho bản nhúng (tài khoản chủ sở hữu).",
    "A PostgreSQL 15–18 server instead of the embedded one (the owner's account).",
  ),
  APP_DATABASE_URL: setting(
    postgresAddress.optional(),
    "Tài khoản riêng của ứng dụng trên máy chủ đó; mặc định dùng DATABASE_URL với vai trò motcua_app.",
    "The application's own account there; unless set, DATABASE_URL in the role motcua_app.",
  ),
  DEMO: setting(
    z.enum(["on", "off"]).optional(),
    "Chạy thử với dữ liệu giả lập và các hệ thống giả lập. Mặc định bật khi không đặt OIDC_ISSUER và cả HOST lẫn PUBLIC_URL chỉ tới được từ máy này.",
    "Trial run with synthetic data and stand-ins. On by default when OIDC_ISSUER is not set and HOST and PUBLIC_URL are reachable from this machine only.",
  ),
  STAND_INS_PORT: setting(
    port.optional(),
    "Cổng của các hệ thống giả lập; mặc định PORT + 1.",
    "Port of the stand-ins; PORT + 1 unless set.",
  ),
  OIDC_ISSUER: setting(
    address.optional(),
    "Nơi xác thực người dân (OpenID Connect), ví dụ VNeID.",
    "Identity provider of citizens (OpenID Connect), such as VNeID.",
  ),
  OIDC_CLIENT_ID: setting(
    z.string().min(1).optional(),
    "Mã ứng dụng tại OIDC_ISSUER.",
    "Our client id at OIDC_ISSUER.",
  ),
  OIDC_CLIENT_SECRET: setting(
    z.string().min(1).optional(),
    "Khoá của ứng dụng tại OIDC_ISSUER.",
    "Our client secret at OIDC_ISSUER.",
  ),
  OIDC_OFFICER_ISSUER: setting(
    address.optional(),
    "Nơi xác thực cán bộ; mặc định OIDC_ISSUER.",
    "Identity provider of officers; OIDC_ISSUER unless set.",
  ),
  OIDC_OFFICER_CLIENT_ID: setting(
    z.string().min(1).optional(),
    "Mã ứng dụng tại OIDC_OFFICER_ISSUER.",
    "Our client id at OIDC_OFFICER_ISSUER.",
  ),
  OIDC_OFFICER_CLIENT_SECRET: setting(
    z.string().min(1).optional(),
    "Khoá của ứng dụng tại OIDC_OFFICER_ISSUER.",
    "Our client secret at OIDC_OFFICER_ISSUER.",
  ),
  OIDC_PROFILE: setting(
    z.enum(["vneid", "national-portal", "standard"]).default("vneid"),
    "Cách OIDC_ISSUER nói về người dân: vneid, national-portal (Cổng Dịch vụ công quốc gia) hoặc standard; mặc định vneid.",
    "How OIDC_ISSUER speaks of people: vneid, national-portal or standard; vneid unless set.",
  ),
  OIDC_OFFICER_PROFILE: setting(
    z.enum(["vneid", "national-portal", "standard"]).optional(),
    "Như trên, cho OIDC_OFFICER_ISSUER; mặc định standard khi có OIDC_OFFICER_ISSUER, nếu không thì theo OIDC_PROFILE.",
    "The same for OIDC_OFFICER_ISSUER; standard where that is set, else as OIDC_PROFILE.",
  ),
  OIDC_SIGNING_ALGORITHM: setting(
    z.enum(["RS256", "PS256", "ES256", "EdDSA"]).default("RS256"),
    "Thuật toán ký duy nhất được chấp nhận từ nơi xác thực; mặc định RS256.",
    "The one signing algorithm taken from identity providers; RS256 unless set.",
  ),
  OIDC_JWKS_URI: setting(
    address.optional(),
    "Địa chỉ khoá công khai của OIDC_ISSUER, khi nơi đó không công bố mô tả (/.well-known/openid-configuration).",
    "Address of OIDC_ISSUER's public keys, where it publishes no description (/.well-known/openid-configuration).",
  ),
  OIDC_TOKEN_ENDPOINT: setting(
    address.optional(),
    "Địa chỉ đổi mã của OIDC_ISSUER khi không có mô tả và OIDC_PROFILE chưa biết (vneid).",
    "Token address of OIDC_ISSUER where it publishes no description and OIDC_PROFILE knows none (vneid).",
  ),
  OFFICER_SECOND_FACTOR: setting(
    z.enum(["required", "offered"]).optional(),
    "Khoá bảo mật (passkey) của cán bộ: required (bắt buộc khi vào làm việc) hoặc offered (chỉ khi ký, nếu đã đăng ký); mặc định required, khi chạy thử là offered.",
    "Officers' passkeys: required (at the door) or offered (only for signing, once there is one); required unless set, in a trial offered.",
  ),
  BANK_API_URL: setting(address.optional(), "Địa chỉ máy của ngân hàng.", "Address of the bank's machine."),
  BANK_BIN: setting(
    z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
    "Mã BIN (6 chữ số) của ngân hàng nhận phí.",
    "The six-digit BIN of the bank that receives fees.",
  ),
  BANK_ACCOUNT: setting(
    z
      .string()
      .regex(/^[0-9A-Za-z]{4,19}$/)
      .optional(),
    "Số tài khoản nhận phí, lệ phí.",
    "The account that receives fees.",
  ),
  BANK_ACCOUNT_NAME: setting(
    z.string().min(1).optional(),
    "Tên chủ tài khoản nhận phí.",
    "The name of that account's holder.",
  ),
  BANK_API_KEY: setting(
    z.string().min(1).optional(),
    "Khoá để hỏi giao dịch tại BANK_API_URL.",
    "The key with which transfers are asked for at BANK_API_URL.",
  ),
  BANK_CALLBACK_SECRET: setting(
    z.string().min(16).optional(),
    "Khoá xác thực thông báo của ngân hàng (từ 16 ký tự).",
    "The secret that proves a notice came from the bank (16 characters or more).",
  ),
  POPULATION: setting(
    z.enum(["embedded", "national", "agency"]).default("embedded"),
    "Nơi đối chiếu thông tin người dân: embedded (sổ của hệ thống này), national (dịch vụ quốc gia), agency (motcua của cơ quan khác).",
    "Where people are verified: embedded (our own register), national (the national service), agency (another agency's motcua).",
  ),
  POPULATION_URL: setting(
    address.optional(),
    "Địa chỉ của dịch vụ đó; với agency là …/api/v1/verifications.",
    "Address of that service; for agency …/api/v1/verifications.",
  ),
  POPULATION_PROFILE: setting(
    z.string().min(1).default("ndxp"),
    "Đường kết nối: ndxp, ndop, x-road, hoặc tệp JSON mô tả.",
    "The way there: ndxp, ndop, x-road, or a JSON file that describes it.",
  ),
  POPULATION_USER: setting(
    z.string().min(1).optional(),
    "Tài khoản kết nối được cấp.",
    "The account handed out for the connection.",
  ),
  POPULATION_SECRET: setting(z.string().min(1).optional(), "Khóa của tài khoản đó.", "The secret of that account."),
  POPULATION_UNIT: setting(
    z.string().min(1).max(35).optional(),
    "Mã định danh cơ quan hỏi (Quyết định 20/2020/QĐ-TTg).",
    "Identifier of the asking agency (Decision 20/2020/QĐ-TTg).",
  ),
  POPULATION_KEY: setting(
    z.string().min(1).optional(),
    "Tệp PEM: khóa công khai mà cơ quan kia ký câu trả lời.",
    "PEM file: the public key with which the other agency signs its answers.",
  ),
  SMTP_URL: setting(
    z.url({ protocol: /^smtps?$/ }).optional(),
    "Máy chủ thư điện tử: smtp://tài-khoản:mật-khẩu@máy:587 hoặc smtps://…; bỏ trống thì không gửi thư.",
    "Mail server: smtp://user:password@host:587 or smtps://…; without it no e-mail leaves.",
  ),
  MAIL_FROM: setting(
    z
      .string()
      .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/)
      .optional(),
    "Người gửi thư: Tên cơ quan <dia-chi@ten-mien>; cần có khi đặt SMTP_URL.",
    "Sender of e-mail: Name <address@domain>; needed with SMTP_URL.",
  ),
  SMS_URL: setting(
    address.optional(),
    "Địa chỉ của nhà cung cấp tin nhắn; bỏ trống thì không gửi tin nhắn.",
    "Address of the provider of text messages; without it no texts leave.",
  ),
  SMS_API_KEY: setting(z.string().min(1).optional(), "Khóa gửi tin tại SMS_URL.", "Our key at SMS_URL."),
  SMS_CALLBACK_SECRET: setting(
    z.string().min(16).optional(),
    "Khóa xác thực báo cáo tin nhắn (từ 16 ký tự).",
    "The secret that proves reports about texts (16 characters or more).",
  ),
  SMS_MARKS: setting(
    z.enum(["on", "off"]).default("off"),
    "Tin nhắn có dấu: on hoặc off; mặc định off (không dấu, rẻ hơn, mọi máy đọc được).",
    "Vietnamese marks in texts: on or off; off unless set (cheaper, readable on any telephone).",
  ),
  ...SIGNING_SETTINGS,
  WEB_PROCESSES: setting(
    z.coerce.number().int().min(1).max(256).optional(),
    "Số tiến trình phục vụ; mặc định bằng số nhân CPU.",
    "Serving processes; as many as the machine has cores unless set.",
  ),
  API_REQUESTS_PER_MINUTE: setting(
    z.coerce.number().int().min(1).default(600),
    "Số yêu cầu mỗi phút của một phần mềm kết nối, tính trên mỗi tiến trình; mặc định 600.",
    "Requests a minute for one connected program, in each process; 600 unless set.",
  ),
  LOG_ORIGIN: setting(
    z
      .string()
      .regex(/^[^\s+]+$/u)
      .optional(),
    "Tên của nhật ký minh bạch, ghi trong mọi điểm kiểm tra; mặc định địa chỉ công khai kèm /log. Đặt một lần, không đổi.",
    "Name of the transparency log, in every checkpoint; the public address with /log unless set. Set once, never changed.",
  ),
  LOG_CHECKPOINT_MINUTES: setting(
    z.coerce.number().int().min(1).max(59).default(1),
    "Số phút giữa hai điểm kiểm tra được ký khi có mục mới; mặc định 1.",
    "Minutes between two signed checkpoints when something is new; 1 unless set.",
  ),
  LOG_SIGNING_KEY: setting(
    z.string().min(1).optional(),
    "Tệp PEM (PKCS#8) chứa khóa Ed25519 ký nhật ký minh bạch; mặc định khóa trong DATA_DIR/secrets.json.",
    "PEM file (PKCS#8) with the Ed25519 key that signs the transparency log; a key in DATA_DIR/secrets.json unless set.",
  ),
  LOG_EARLIER_KEYS: setting(
    z.string().optional(),
    "Các khóa kiểm tra cũ của nhật ký minh bạch, cách nhau bằng dấu cách; motcua verify-log chấp nhận chữ ký của chúng.",
    "Earlier verifier keys of the transparency log, separated by spaces; motcua verify-log accepts their signatures.",
  ),
  ...PROTECTION_SETTINGS,
  TRACKER_CLIENTS: setting(
    z.string().default(""),
    "Các hệ thống X-Road được hỏi nhật ký xem dữ liệu thay người dân, cách nhau bằng dấu phẩy: VN/GOV/<mã số tổ chức>/<hệ thống>.",
    "X-Road clients that may ask for a person's usage log, separated by commas: VN/GOV/<organisation code>/<system>.",
  ),
  LOG_LEVEL: setting(
    z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    "Mức nhật ký: debug, info, warn, error, silent.",
    "Log level: debug, info, warn, error, silent.",
  ),
} satisfies Record<string, Setting>;

type SignInProfile = "vneid" | "national-portal" | "standard";
export type Relying = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly profile: SignInProfile;
  /** Where the provider publishes no description: its keys, and its token address where the profile knows none. */
  readonly undescribed: { readonly jwksUri: string; readonly tokenEndpoint: string | null } | null;
};

export type Settings = {
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly filesDir: string;
  /** Keys of kept files that the operator brings; null: our own, in the secrets. */
  readonly filesKey: string | null;
  readonly filesKeysFile: string | null;
  /** Null: the embedded server. */
  readonly databaseUrl: string | null;
  readonly appDatabaseUrl: string | null;
  readonly demo: boolean;
  readonly standInsPort: number;
  /** Null: only the stand-in can sign people in. */
  readonly signIn: { readonly citizens: Relying; readonly officers: Relying } | null;
  readonly signingAlgorithm: "RS256" | "PS256" | "ES256" | "EdDSA";
  readonly officerSecondFactor: "required" | "offered";
  readonly bank: {
    readonly apiUrl: string | null;
    readonly bin: string | null;
    readonly account: string | null;
    readonly accountName: string | null;
    readonly apiKey: string | null;
    readonly callbackSecret: string | null;
  };
  readonly population: {
    readonly kind: "embedded" | "national" | "agency";
    readonly url: string | null;
    readonly profile: string;
    readonly user: string | null;
    readonly secret: string | null;
    readonly unit: string | null;
    readonly key: string | null;
  };
  readonly mail: { readonly url: string | null; readonly from: string | null };
  readonly sms: {
    readonly url: string | null;
    readonly apiKey: string | null;
    readonly callbackSecret: string | null;
    readonly marks: boolean;
  };
  readonly signing: SigningSettings;
  /** The transparency log. */
  readonly log: {
    readonly origin: string;
    readonly checkpointMinutes: number;
    /** Null: a key of our own, in the secrets. */
    readonly signingKey: string | null;
    readonly earlierKeys: readonly string[];
  };
  readonly webProcesses: number;
  readonly apiRequestsPerMinute: number;
  readonly limits: LimitSettings;
  readonly scanner: ScannerSettings | null;
  readonly metricsToken: string | null;
  readonly trackerClients: readonly string[];
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
};

/**
 * Reads the settings once, at the door; an empty value counts as not set.
 * @throws Trouble that names every setting that is wrong, and what it is for.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = SHAPE.safeParse(given);
  if (!parsed.success) throw wrongSettings([...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]);
  const read = parsed.data;
  if (read.SMTP_URL && !read.MAIL_FROM) throw wrongSettings(["MAIL_FROM"]);
  if (read.SMS_URL && (!read.SMS_API_KEY || !read.SMS_CALLBACK_SECRET))
    throw wrongSettings(["SMS_API_KEY", "SMS_CALLBACK_SECRET"]);
  const publicUrl = (read.PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, "");
  const dataDir = resolve(read.DATA_DIR);
  const demo = read.DEMO
    ? read.DEMO === "on"
    : !read.OIDC_ISSUER && isThisMachine(read.HOST) && isThisMachine(new URL(publicUrl).hostname);
  // A trial has nothing to hide; real data goes over no network in plain text.
  const plain = demo
    ? []
    : plainOnes(read, [
        { name: "PUBLIC_URL", url: publicUrl },
        { name: "BANK_API_URL", url: read.BANK_API_URL ?? null },
        { name: "POPULATION_URL", url: read.POPULATION_URL ?? null },
        { name: "DATABASE_URL", url: read.DATABASE_URL ?? null },
        { name: "APP_DATABASE_URL", url: read.APP_DATABASE_URL ?? null },
      ]);
  if (plain.length > 0) throw unencrypted(plain);
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl,
    dataDir,
    filesDir: resolve(read.FILES_DIR ?? join(dataDir, "files")),
    filesKey: read.FILES_KEY ?? null,
    filesKeysFile: read.FILES_KEYS_FILE ? resolve(read.FILES_KEYS_FILE) : null,
    databaseUrl: read.DATABASE_URL ?? null,
    appDatabaseUrl: read.APP_DATABASE_URL ?? null,
    demo,
    standInsPort: read.STAND_INS_PORT ?? (read.PORT === 0 ? 0 : read.PORT + 1),
    signIn: signInOf(read),
    signingAlgorithm: read.OIDC_SIGNING_ALGORITHM,
    officerSecondFactor: read.OFFICER_SECOND_FACTOR ?? (demo ? "offered" : "required"),
    bank: {
      apiUrl: read.BANK_API_URL ?? null,
      bin: read.BANK_BIN ?? null,
      account: read.BANK_ACCOUNT ?? null,
      accountName: read.BANK_ACCOUNT_NAME ?? null,
      apiKey: read.BANK_API_KEY ?? null,
      callbackSecret: read.BANK_CALLBACK_SECRET ?? null,
    },
    population: {
      kind: read.POPULATION,
      url: read.POPULATION_URL ?? null,
      profile: read.POPULATION_PROFILE,
      user: read.POPULATION_USER ?? null,
      secret: read.POPULATION_SECRET ?? null,
      unit: read.POPULATION_UNIT ?? null,
      key: read.POPULATION_KEY ?? null,
    },
    mail: { url: read.SMTP_URL ?? null, from: read.MAIL_FROM ?? null },
    sms: {
      url: read.SMS_URL ?? null,
      apiKey: read.SMS_API_KEY ?? null,
      callbackSecret: read.SMS_CALLBACK_SECRET ?? null,
      marks: read.SMS_MARKS === "on",
    },
    signing: signingSettingsOf(read, demo, wrongSettings),
    log: {
      origin: read.LOG_ORIGIN ?? `${publicUrl.replace(/^https?:\/\//, "")}/log`,
      checkpointMinutes: read.LOG_CHECKPOINT_MINUTES,
      signingKey: read.LOG_SIGNING_KEY ? resolve(read.LOG_SIGNING_KEY) : null,
      earlierKeys: read.LOG_EARLIER_KEYS?.split(/\s+/).filter(Boolean) ?? [],
    },
    webProcesses: read.WEB_PROCESSES ?? availableParallelism(),
    apiRequestsPerMinute: read.API_REQUESTS_PER_MINUTE,
    limits: limitsOf(read),
    scanner: scannerOf(read),
    metricsToken: read.METRICS_TOKEN ?? null,
    trackerClients: read.TRACKER_CLIENTS.split(",")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
    logLevel: read.LOG_LEVEL,
  };
}

type Shape = { [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name]["schema"] };
const SHAPE = z.object(
  Object.fromEntries(Object.entries(SETTINGS).map(([name, { schema }]) => [name, schema])) as Shape,
);
type Read = z.infer<typeof SHAPE>;

/** An issuer without client id and secret would fail at the first sign-in; better at the start. */
function signInOf(read: Read): Settings["signIn"] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read;
  if (!issuer) return null;
  if (!clientId || !clientSecret) throw wrongSettings(["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]);
  const undescribed = read.OIDC_JWKS_URI
    ? { jwksUri: read.OIDC_JWKS_URI, tokenEndpoint: read.OIDC_TOKEN_ENDPOINT ?? null }
    : null;
  const citizens = { issuer, clientId, clientSecret, profile: read.OIDC_PROFILE, undescribed };
  const officers = {
    issuer: read.OIDC_OFFICER_ISSUER ?? issuer,
    profile: read.OIDC_OFFICER_PROFILE ?? (read.OIDC_OFFICER_ISSUER ? ("standard" as const) : read.OIDC_PROFILE),
    undescribed: read.OIDC_OFFICER_ISSUER ? null : undescribed,
    clientId: read.OIDC_OFFICER_CLIENT_ID ?? clientId,
    clientSecret: read.OIDC_OFFICER_CLIENT_SECRET ?? clientSecret,
  };
  return { citizens, officers };
}

/** Says the names and what they are for, never the values: one of them may be a secret. */
function wrongSettings(names: readonly string[]): Trouble {
  const known: Readonly<Record<string, Setting>> = SETTINGS;
  const shown = (language: keyof Text) =>
    names.map((name) => `${name} (${known[name]?.doc[language] ?? ""})`).join("; ");
  return new Trouble(
    text(`Cấu hình chưa đúng hoặc còn thiếu: ${shown("vi")}`, `These settings are wrong or missing: ${shown("en")}`),
  );
}

const unencrypted = (names: readonly string[]): Trouble =>
  new Trouble(
    text(
      `Các địa chỉ sau không được mã hóa: ${names.join(", ")}. Hãy dùng https (cơ sở dữ liệu: sslmode=verify-full), hoặc nêu tên máy trong PLAIN_HOSTS nếu ở trong mạng kín của cơ quan.`,
      `These addresses are not encrypted: ${names.join(", ")}. Use https (database: sslmode=verify-full), or name the host in PLAIN_HOSTS where it stands in a closed network of your own.`,
    ),
  );
