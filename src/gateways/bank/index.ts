export { type BankClientOptions, createBankClient } from "./client.ts";
export {
  type NoticeFailure,
  type NoticeHeaders,
  SIGNATURE_HEADER,
  signNotice,
  TIMESTAMP_HEADER,
  verifyNotice,
} from "./notice.ts";
export type { Bank, BankFailure, Transfer } from "./port.ts";
