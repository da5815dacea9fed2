import { text } from "../kernel/text.ts";
import { codeOf, diskFull, Trouble } from "../platform/trouble.ts";

/**
 * The sentence for what a machine, a network or a database server refuses; null for what is our own mistake, which
 * is shown with its stack. Passwords in addresses never appear.
 */
export function explain(error: unknown, about: { databaseUrl: string | null; dataDir: string }): Trouble | null {
  if (error instanceof Trouble) return error;
  const where = about.databaseUrl ? hostOf(about.databaseUrl) : about.dataDir;
  const sentence = SENTENCES[codeOf(error)];
  if (sentence) return sentence(where, error);
  if (error instanceof AggregateError) return explain(error.errors[0], about);
  return error instanceof Error && error.cause !== undefined ? explain(error.cause, about) : null;
}

type Sentence = (where: string, error: unknown) => Trouble;

const unreachable: Sentence = (where, error) =>
  new Trouble(
    text(
      `Không kết nối được cơ sở dữ liệu tại ${where}. Hãy kiểm tra máy chủ PostgreSQL đang chạy, địa chỉ và cổng trong DATABASE_URL, và tường lửa.`,
      `Cannot reach the database at ${where}. Check that PostgreSQL is running, the address and port in DATABASE_URL, and the firewall.`,
    ),
    error,
  );

const refusedLogin: Sentence = (where, error) =>
  new Trouble(
    text(
      `Cơ sở dữ liệu tại ${where} từ chối tài khoản hoặc mật khẩu. Hãy kiểm tra DATABASE_URL (và APP_DATABASE_URL nếu có).`,
      `The database at ${where} refused the account or password. Check DATABASE_URL (and APP_DATABASE_URL, if set).`,
    ),
    error,
  );

const SENTENCES: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  ECONNRESET: unreachable,
  "28P01": refusedLogin,
  "28000": refusedLogin,
  "3D000": (where, error) =>
    new Trouble(
      text(
        `Máy chủ tại ${where} không có cơ sở dữ liệu mang tên trong DATABASE_URL. Hãy tạo trước: create database … owner ….`,
        `The server at ${where} has no database of the name in DATABASE_URL. Make it first: create database … owner ….`,
      ),
      error,
    ),
  "42501": (where, error) =>
    new Trouble(
      text(
        `Tài khoản tại ${where} không đủ quyền. Tài khoản trong DATABASE_URL phải là chủ cơ sở dữ liệu và có quyền CREATEROLE.`,
        `The account at ${where} lacks rights. The account in DATABASE_URL must own the database and have CREATEROLE.`,
      ),
      error,
    ),
  "53300": (where, error) =>
    new Trouble(
      text(
        `Máy chủ tại ${where} đã hết kết nối. Hãy tăng max_connections hoặc giảm WEB_PROCESSES.`,
        `The server at ${where} has no connection left. Raise max_connections or lower WEB_PROCESSES.`,
      ),
      error,
    ),
  "53100": (where, error) => diskFull(where, error),
  ENOSPC: (where, error) => diskFull(where, error),
  EDQUOT: (where, error) => diskFull(where, error),
};

/** Host, port and database of an address, without the account. */
function hostOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return `${searchParams.get("host") ?? host}${pathname}`;
}

/** The port is taken, or needs rights; asked before anything else is started. */
export function portTrouble(port: number, host: string, error: unknown): unknown {
  switch (codeOf(error)) {
    case "EADDRINUSE":
      return new Trouble(
        text(
          `Cổng ${port} đang được chương trình khác dùng. Hãy dừng chương trình đó, hoặc chạy với cổng khác: PORT=${port + 10} npm start`,
          `Port ${port} is in use by another program. Stop that program, or use another port: PORT=${port + 10} npm start`,
        ),
        error,
      );
    case "EACCES":
      return new Trouble(
        text(
          `Hệ thống không cho dùng cổng ${port}. Hãy chọn cổng từ 1024 trở lên (PORT).`,
          `The system does not allow port ${port}. Choose a port of 1024 or above (PORT).`,
        ),
        error,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Trouble(
        text(
          `Máy này không có địa chỉ ${host}. Hãy sửa HOST.`,
          `This machine does not have the address ${host}. Correct HOST.`,
        ),
        error,
      );
    default:
      return error;
  }
}
