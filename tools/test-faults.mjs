// `npm run test:faults`: the slow tests of what must survive: ten kills of whatever process during a stream of filings.
process.env.KILLS ??= "10";
process.argv.push("tests/faults");
await import("./test.mjs");
