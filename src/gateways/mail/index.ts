/** The only door to mail servers. */
export { createMailClient, type MailClientOptions } from "./client.ts";
export type { Letter, Mail, MailFailure } from "./port.ts";
