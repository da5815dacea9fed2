// `npm run simulate`: an office day of eight hours in minutes: OFFICERS (40), DOSSIERS (3000) and SEED may be given.
process.env.OFFICERS ??= "40";
process.env.DOSSIERS ??= "3000";
process.argv.push("tests/simulation");
await import("./test.mjs");
