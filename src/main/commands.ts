import { type Text, text } from "../kernel/text.ts";
import type { Settings } from "../platform/settings.ts";

/** A command of `motcua`. Its work is loaded when it is called, so that none pays for another. */
export type Command = {
  readonly usage: string;
  readonly does: Text;
  /** Answers with the exit code. */
  run(args: readonly string[], settings: Settings): Promise<number>;
};

/** Every command there is; a new one is an entry here. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    usage: "motcua serve",
    does: text("Chạy toàn bộ hệ thống (cũng là npm start).", "Run everything (also npm start)."),
    run: async (_args, settings) => (await import("./serve.ts")).serve(settings),
  },
  migrate: {
    usage: "motcua migrate",
    does: text("Cập nhật lược đồ cơ sở dữ liệu.", "Bring the database schema up to date."),
    run: async (_args, settings) => (await import("./upkeep.ts")).migrateNow(settings),
  },
  backup: {
    usage: "motcua backup FILE [--with-secrets]",
    does: text("Sao lưu dữ liệu và tệp vào một tệp.", "Back up data and files into one file."),
    run: async (args, settings) => (await import("./upkeep.ts")).backupTo(args, settings),
  },
  restore: {
    usage: "motcua restore FILE [--replace] [--with-secrets] [--without-file-keys]",
    does: text("Khôi phục từ bản sao lưu.", "Restore from a backup."),
    run: async (args, settings) => (await import("./upkeep.ts")).restoreFrom(args, settings),
  },
  "rotate-files-key": {
    usage: "motcua rotate-files-key",
    does: text(
      "Đổi khóa mã hóa tệp và mã hóa lại mọi tệp; chạy lại được khi bị gián đoạn.",
      "Change the key of kept files and encrypt all of them anew; may be run again after a break.",
    ),
    run: async (_args, settings) => (await import("./rotate-files-key.ts")).rotateFilesKeyNow(settings),
  },
  "verify-log": {
    usage: "motcua verify-log [CHECKPOINT …]",
    does: text(
      "Kiểm tra chuỗi băm của mọi hồ sơ, nhật ký minh bạch và sổ thu; chỉ ra từng mục bị sửa, xóa, chèn hay đổi chỗ. Có thể kèm các điểm kiểm tra lưu bên ngoài.",
      "Check the chains of all dossiers, the transparency log and the books; names what was altered, deleted, inserted or moved. Checkpoints kept outside may be given.",
    ),
    run: async (args, settings) => (await import("./verify-log.ts")).verifyLogNow(args, settings),
  },
  "log-key": {
    usage: "motcua log-key",
    does: text("In khóa kiểm tra của nhật ký minh bạch.", "Print the verifier key of the transparency log."),
    run: async (_args, settings) => (await import("./log-key.ts")).printLogKey(settings),
  },
  keys: {
    usage: "motcua keys",
    does: text(
      "Liệt kê mọi khóa, chứng thư: dùng từ khi nào, khi nào phải đổi; mã thoát 1 nếu có khóa quá hạn.",
      "List every key and certificate: since when, and by when it is to be changed; exit code 1 where one is overdue.",
    ),
    run: async (_args, settings) => (await import("./keys/keys.ts")).keysNow(settings),
  },
  calculate: {
    usage: "motcua calculate NAME [--published] < input.json",
    does: text(
      "Tính theo luật: thời hạn, hạn thông báo lưu trú …; --published: kể cả mức, ngày nghỉ cơ quan đã công bố.",
      "Reckon by the law: deadlines, stay notices …; --published: with the figures and days off the office published.",
    ),
    run: async (args, settings) => (await import("./calculate.ts")).calculateNow(args, settings),
  },
  "law-diff": {
    usage: "motcua law-diff FROM UNTIL [--json]",
    does: text(
      "Liệt kê mọi mức, biểu mẫu, địa danh, quy tắc khác nhau giữa hai ngày.",
      "List every figure, form, place and rule that differs between two days.",
    ),
    run: async (args) => (await import("./law-diff.ts")).lawDiffNow(args),
  },
  "generate-population": {
    usage: "motcua generate-population --people N [--seed S]",
    does: text("Tạo dân cư giả lập cho đến khi đủ N người.", "Invent people until the register holds N."),
    run: async (args, settings) => (await import("./generate-population.ts")).generatePopulationNow(args, settings),
  },
  agency: {
    usage:
      "motcua agency CODE --name NAME --province CODE [--organisation CODE] [--fields …] [--key FILE.pem] [--end-keys]",
    does: text(
      "Cho phép một cơ quan đối chiếu thông tin người dân; đăng ký hoặc chấm dứt khóa ký của cơ quan đó.",
      "Let an agency verify people; register or end the keys it signs with.",
    ),
    run: async (args, settings) => (await import("./agency.ts")).agencyNow(args, settings),
  },
  "verify-batch": {
    usage: "motcua verify-batch FILE.csv --agency CODE --purpose WHY [--ground LAW] [--procedure CODE]",
    does: text(
      "Đối chiếu thông tin người dân theo tệp, mỗi dòng một người; kết quả ghi vào tệp .results.csv bên cạnh.",
      "Verify people by a file, a person a line; the results stand in a .results.csv beside it.",
    ),
    run: async (args, settings) => (await import("./verify-batch.ts")).verifyBatchNow(args, settings),
  },
  import: {
    usage: "motcua import population|organisations FILE.csv [--template]",
    does: text(
      "Nhập dân cư hoặc tổ chức từ tệp CSV; chạy lại được, nêu lý do từng dòng không nhận.",
      "Import people or organisations from a CSV file; may be run again, tells why a row was not taken.",
    ),
    run: async (args, settings) => (await import("./import.ts")).importNow(args, settings),
  },
  "former-offices": {
    usage: "motcua former-offices",
    does: text(
      "Nạp các cơ quan Công an đã giải thể năm 2025, để tiếp nhận hồ sơ còn dở của chúng.",
      "Bring in the police offices that ended in 2025, to take over their open work.",
    ),
    run: async (_args, settings) => (await import("./former-offices.ts")).formerOfficesNow(settings),
  },
  "enrolment-code": {
    usage: "motcua enrolment-code OFFICER",
    does: text(
      "Cấp mã một lần để cán bộ (theo mã tài khoản đăng nhập) thêm khoá bảo mật đầu tiên.",
      "Give the one-time code with which an officer (by subject of the sign-in) adds a first passkey.",
    ),
    run: async (args, settings) => (await import("./enrolment-code.ts")).enrolmentCodeNow(args, settings),
  },
  account: {
    usage: "motcua account SUBJECT [--end-sessions | --disable | --enable]",
    does: text(
      "Kết thúc mọi phiên của một tài khoản, khóa hoặc mở lại tài khoản đó.",
      "End all sessions of an account, shut it out, or let it in again.",
    ),
    run: async (args, settings) => (await import("./account.ts")).accountNow(args, settings),
  },
  "sign-check": {
    usage: "motcua sign-check [NAME] [--keep FILE.pdf]",
    does: text(
      "Ký thử một văn bản bằng con dấu (hoặc người ký có tên đã cho) theo cấu hình, rồi kiểm tra chữ ký đó.",
      "Sign a probe with the seal (or the signer of that name) as the settings say, and check the signature.",
    ),
    run: async (args, settings) => (await import("./sign-check.ts")).signCheckNow(args, settings),
  },
  settings: {
    usage: "motcua settings",
    does: text("Liệt kê các cấu hình.", "List the settings."),
    run: async () => (await import("./help.ts")).printSettings(),
  },
};
