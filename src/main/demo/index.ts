/** The demonstration: who can sign in, and the house around them. */
export { demoAccounts, demoPassword } from "./accounts.ts";
export { type DemoOfficer, type DemoPost, demoPosts } from "./officers.ts";

export { demoPopulation, seedDemo } from "./seed.ts";
