export { type BankClientOptions, createBankClient } from "./client.ts";
export { type NoticeFailure, type NoticeHeaders, signNotice, verifyNotice } from "./notice.ts";
export type { Bank, BankFailure, PayoutOrder, Transfer } from "./port.ts";
