export { type KeptSms, type SmsFault, type SmsStandIn, type SmsStandInOptions, startSmsStandIn } from "./start.ts";
