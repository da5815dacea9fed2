export { type BankStandIn, type BankStandInOptions, payPageUrl, startBankStandIn } from "./start.ts";
