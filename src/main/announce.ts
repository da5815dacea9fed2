import type { Settings } from "../platform/settings.ts";
import { demoPassword } from "./demo/index.ts";
import { bankAddress, mailPageAddress, smsAddress } from "./partners.ts";

/** What the person at the terminal sees when everything answers. */
export function announce({ settings, port, seconds }: { settings: Settings; port: number; seconds: number }): void {
  const base = settings.port === 0 ? `http://${settings.host}:${port}` : settings.publicUrl;
  const lines = [
    "",
    `Một Cửa sẵn sàng sau ${seconds.toFixed(1).replace(".", ",")} giây. / Ready in ${seconds.toFixed(1)} s.`,
    "",
    ...table([
      ["Cổng dịch vụ công / Portal", `${base}/`],
      ["In English", `${base}/en`],
      ["Cán bộ / Office", `${base}/office`],
      ["API", `${base}/api/v1/openapi.json`],
    ]),
    ...(settings.demo ? ["", ...demoNotes(settings)] : []),
    "",
    "Ctrl-C để dừng. / Ctrl-C to stop.",
    "",
  ];
  process.stdout.write(lines.join("\n"));
}

/** Said at every start of a trial: nothing in it is real. */
const demoNotes = (settings: Settings): readonly string[] => [
  "Bản chạy thử: mọi người, hồ sơ và hệ thống bên ngoài đều là giả lập.",
  "Trial run: all people, dossiers and outside systems are made up.",
  "",
  `Đăng nhập: chọn một người trên trang đăng nhập, hoặc gõ tên tài khoản và mật khẩu ${demoPassword}`,
  `Sign in: choose a person on the sign-in page, or type an account and the password ${demoPassword}`,
  ...table(SHOWN.map(([subject, what]) => [subject, what])),
  `Ngân hàng mô phỏng / Trial bank: ${bankAddress(settings)}/`,
  `Thư, tin nhắn giả lập / Trial letters, texts: ${mailPageAddress(settings)}/, ${smsAddress(settings)}/`,
];

const SHOWN: readonly (readonly [string, string])[] = [
  ["cong-dan-minh", "công dân, cần đăng ký tạm trú / a citizen who needs temporary residence"],
  ["to-chuc-song-huong", "khách sạn ở Huế / a hotel in Huế"],
  ["to-chuc-minh-tam", "văn phòng công chứng, đăng ký con dấu / a notary office that registers a seal"],
  ["can-bo-sai-gon-tiep-nhan", "tiếp nhận, Công an phường Sài Gòn / desk officer"],
  ["can-bo-sai-gon-thu-ly", "thụ lý / case officer"],
  ["can-bo-sai-gon-lanh-dao", "phân công, quyết định, ký / lead and signer"],
  ["can-bo-sai-gon-van-thu", "vào sổ, phát hành / clerk"],
  ["can-bo-phap-che-soan", "soạn mức phí, ngày nghỉ, C06 / proposes figures of the law"],
  ["can-bo-phap-che-duyet", "phê duyệt mức phí, ngày nghỉ, C06 / approves figures of the law"],
  ["can-bo-van-hanh", "thông báo tạm dừng, ghi nhận sự cố, C06 / runs the services"],
];

const table = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
};
