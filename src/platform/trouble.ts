import { type Text, text } from "../kernel/text.ts";

/**
 * Something on the operator's side that stops a command: a full disk, a port in use, a wrong password. It travels as
 * an exception because it ends the whole command from any depth; the command line prints the two sentences and leaves
 * with code 1, without a stack. Failures of a citizen's or officer's act are values, never this.
 */
export class Trouble extends Error {
  readonly said: Text;
  constructor(said: Text, cause?: unknown) {
    super(said.en, cause === undefined ? {} : { cause });
    this.name = "Trouble";
    this.said = said;
  }
}

/** The code that Node (`ENOSPC`) or PostgreSQL (`53100`) put on an error; empty when it carries none. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/** No connection left, or a server that starts, stops or just went: who asks again soon is likely to be served. */
const AWAY_FOR_NOW = new Set(["53300", "57P01", "57P02", "57P03", "ECONNREFUSED"]);

/** Whether the database could not be asked just now, as opposed to having refused what it was asked. */
export const isAwayForNow = (error: unknown): boolean =>
  AWAY_FOR_NOW.has(codeOf(error)) ||
  /timeout exceeded when trying to connect|Connection terminated/.test(String(error));

/** Turns the refusals of an operating system about `path` into a sentence with a next step; other errors come back as they are. */
export function pathTrouble(path: string, error: unknown): unknown {
  switch (codeOf(error)) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new Trouble(
        text(
          `Không ghi được vào ${path}. Hãy cấp quyền ghi cho tài khoản đang chạy motcua, hoặc đặt DATA_DIR tới thư mục khác.`,
          `Cannot write to ${path}. Give the account that runs motcua the right to write there, or set DATA_DIR to another folder.`,
        ),
        error,
      );
    case "ENOTDIR":
    case "EEXIST":
      return new Trouble(
        text(
          `${path} không phải là thư mục. Hãy đặt DATA_DIR tới một thư mục.`,
          `${path} is not a folder. Set DATA_DIR to a folder.`,
        ),
        error,
      );
    case "ENOSPC":
    case "EDQUOT":
    case "53100":
      return diskFull(path, error);
    default:
      return error;
  }
}

/** The disk under `path` is full. Nothing acknowledged is lost; work goes on once there is room. */
export const diskFull = (path: string, cause?: unknown): Trouble =>
  new Trouble(
    text(
      `Hết dung lượng đĩa tại ${path}. Hồ sơ đã xác nhận vẫn còn nguyên. Hãy giải phóng dung lượng rồi khởi động lại.`,
      `The disk under ${path} is full. What was acknowledged is safe. Free some space, then start again.`,
    ),
    cause,
  );
