export {
  type KeptLetter,
  type MailFault,
  type MailStandIn,
  type MailStandInOptions,
  startMailStandIn,
} from "./start.ts";
