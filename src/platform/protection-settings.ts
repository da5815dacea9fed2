import { z } from "zod";
import { text } from "../kernel/text.ts";

/** How much one visitor may ask, how long anybody waits, what is scanned: settings of their own, read with all others. */
export const PROTECTION_SETTINGS = {
  ADMISSION_WAIT_SECONDS: {
    schema: z.coerce.number().min(0).max(60).default(8),
    doc: text(
      "Số giây chờ dài nhất khi gửi hồ sơ; chờ lâu hơn thì được mời quay lại, giữ nguyên thời điểm đã gửi. Mặc định 8.",
      "Longest expected wait, in seconds, when a dossier is sent; beyond it people are asked to come again and keep their time. 8 unless set.",
    ),
  },
  PAGES_PER_MINUTE: {
    schema: z.coerce.number().int().min(1).default(300),
    doc: text(
      "Số yêu cầu mỗi phút vào các trang, tính cho mỗi người đã đăng nhập, trên mỗi tiến trình; mặc định 300.",
      "Requests a minute to pages by each signed-in person, in each process; 300 unless set.",
    ),
  },
  ADDRESS_PAGES_PER_MINUTE: {
    schema: z.coerce.number().int().min(1).default(1200),
    doc: text(
      "Như trên, cho mỗi địa chỉ mạng khi chưa đăng nhập; nhiều người có thể dùng chung một địa chỉ. Mặc định 1200.",
      "The same for each network address without sign-in; many people may share one. 1200 unless set.",
    ),
  },
  LOOKUPS_PER_MINUTE: {
    schema: z.coerce.number().int().min(1).default(60),
    doc: text(
      "Số lần tra cứu mã hồ sơ và đăng nhập mỗi phút cho mỗi địa chỉ mạng, trên mỗi tiến trình; mặc định 60.",
      "Look-ups by code and sign-ins a minute for each network address, in each process; 60 unless set.",
    ),
  },
  CLAMD: {
    schema: z
      .string()
      .regex(/^(\/.+|[\w.-]+:\d{1,5}|\[[\da-fA-F:]+\]:\d{1,5})$/)
      .optional(),
    doc: text(
      "Máy quét vi-rút ClamAV (clamd) cho tệp tải lên: máy:cổng hoặc đường dẫn tệp socket; mặc định không quét.",
      "The ClamAV daemon (clamd) that scans uploads: host:port or the path of its socket; nothing is scanned unless set.",
    ),
  },
  CLAMD_WHEN_DOWN: {
    schema: z.enum(["refuse", "take"]).default("refuse"),
    doc: text(
      "Khi máy quét không trả lời: refuse (không nhận tệp) hoặc take (nhận mà không quét); mặc định refuse.",
      "While the scanner does not answer: refuse (no file is taken) or take (unscanned); refuse unless set.",
    ),
  },
  METRICS_TOKEN: {
    schema: z.string().min(24).optional(),
    doc: text(
      "Mã để máy giám sát khác đọc /metrics và /readyz (Authorization: Bearer …, từ 24 ký tự); mặc định chỉ máy này đọc được.",
      "Token with which a monitor elsewhere reads /metrics and /readyz (Authorization: Bearer …, 24 characters or more); only this machine may unless set.",
    ),
  },
  PLAIN_HOSTS: {
    schema: z.string().default(""),
    doc: text(
      "Các máy trong mạng kín của cơ quan mà được phép nối không mã hóa (ngân hàng, dân cư, cơ sở dữ liệu), cách nhau bằng dấu phẩy; mặc định không có.",
      "Hosts in a closed network of our own that may be reached unencrypted (bank, population, database), separated by commas; none unless set.",
    ),
  },
  TRUSTED_PROXIES: {
    schema: z.coerce.number().int().min(0).max(5).default(0),
    doc: text(
      "Số máy trung gian của cơ quan đứng trước; địa chỉ của khách lấy từ X-Forwarded-For do các máy đó ghi. Mặc định 0: không tin X-Forwarded-For.",
      "How many proxies of our own stand in front: the visitor's address is read from the X-Forwarded-For they write. 0 unless set: that header is not believed.",
    ),
  },
} as const;

export type LimitSettings = {
  readonly admissionWaitMs: number;
  readonly pagesPerMinute: number;
  readonly addressPagesPerMinute: number;
  readonly lookupsPerMinute: number;
  readonly trustedProxies: number;
};

/** Where uploads are scanned; null for nowhere. */
export type ScannerSettings = { readonly address: string; readonly whenDown: "refuse" | "take" };

/** Those that have no value unless one is given. */
type Unset = "CLAMD" | "METRICS_TOKEN";
type Given<Name extends keyof typeof PROTECTION_SETTINGS> = z.infer<(typeof PROTECTION_SETTINGS)[Name]["schema"]>;
type Read = { readonly [Name in Exclude<keyof typeof PROTECTION_SETTINGS, Unset>]: Given<Name> } & {
  readonly [Name in Unset]?: Given<Name>;
};

export const limitsOf = (read: Read): LimitSettings => ({
  admissionWaitMs: read.ADMISSION_WAIT_SECONDS * 1000,
  pagesPerMinute: read.PAGES_PER_MINUTE,
  addressPagesPerMinute: read.ADDRESS_PAGES_PER_MINUTE,
  lookupsPerMinute: read.LOOKUPS_PER_MINUTE,
  trustedProxies: read.TRUSTED_PROXIES,
});

export const scannerOf = (read: Read): ScannerSettings | null =>
  read.CLAMD ? { address: read.CLAMD, whenDown: read.CLAMD_WHEN_DOWN } : null;

type Reached = { readonly name: string; readonly url: string | null };

/** Which of these settings would send people's data or our secrets over a network unencrypted. */
export function plainOnes(read: Pick<Read, "PLAIN_HOSTS">, reached: readonly Reached[]): readonly string[] {
  const allowed = new Set(read.PLAIN_HOSTS.split(",").map((host) => host.trim()));
  return reached.flatMap(({ name, url }) => {
    if (url === null) return [];
    const { protocol, hostname, searchParams } = new URL(url);
    const mode = searchParams.get("sslmode");
    const encrypted = protocol === "https:" || (mode !== null && !["disable", "allow", "prefer"].includes(mode));
    return encrypted || searchParams.has("host") || isThisMachine(hostname) || allowed.has(hostname) ? [] : [name];
  });
}

/** Whether a name is of the machine we run on: nothing sent there meets a network. */
export const isThisMachine = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);
