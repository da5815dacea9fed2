/** The only door to providers of text messages. */
export { createSmsClient, type SmsClientOptions } from "./client.ts";
export type { Sms, SmsFailure, SmsGateway, SmsReport } from "./port.ts";
export { type ReportFailure, signReport, verifyReport } from "./report.ts";
