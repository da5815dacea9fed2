/** The demonstration: who can sign in, and the house around them. */
export { demoAccounts, demoPassword } from "./accounts.ts";
export { type DemoOfficer, type DemoPost, demoOfficers, demoPosts } from "./officers.ts";
export { demoCitizens, demoDwellings, demoOrganisations, demoRepresentatives } from "./people.ts";
export { seedDemo } from "./seed.ts";
