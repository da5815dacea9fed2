/**
 * The arrows of docs/architecture.md: down and inward, nobody points back. Each comment is advice to the person who
 * tripped over the rule.
 */
const TEST = "\\.test\\.tsx?$";
/** What only the machine offers: files, network, processes. */
const MACHINE = "^node:|^(fs|net|http|https|child_process|os|path|crypto)$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      severity: "error",
      comment:
        "Two files that need each other are one story or hide a third: move the shared part into a file of its own.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "kernel-is-alone",
      severity: "error",
      comment: "Kernel words must be usable anywhere, also in a browser. Move the caller, or pass the value in.",
      from: { path: "^src/kernel/", pathNot: TEST },
      to: { pathNot: "^src/kernel/" },
    },
    {
      name: "engine-is-pure",
      severity: "error",
      comment: "The engine answers from its arguments. Load in the module, decide here.",
      from: { path: "^src/engine/", pathNot: TEST },
      to: { pathNot: "^(src/(engine|kernel)/|node_modules/zod/)" },
    },
    {
      name: "law-is-data",
      severity: "error",
      comment:
        "The law may only describe and reckon. If a procedure needs code, the engine lacks a word: add it there.",
      from: { path: "^law/", pathNot: TEST },
      to: { pathNot: "^(law/|src/engine/definition/|src/kernel/)" },
    },
    {
      name: "names-come-with-tables",
      severity: "error",
      comment: "Names of rows are for readers of tables. What reckons works with keys; let the tables.ts add the name.",
      from: { path: "^law/", pathNot: [TEST, "/tables\\.ts$", "^law/amendable\\.ts$", "names\\.ts$"] },
      to: { path: "^law/parameters/.*names\\.ts$" },
    },
    {
      name: "platform-knows-no-law",
      severity: "error",
      comment: "The platform serves any program. What is about procedures belongs into a module.",
      from: { path: "^src/platform/", pathNot: TEST },
      to: { path: "^(src/(?!platform/|kernel/)|law/)" },
    },
    {
      name: "gateways-stand-outside",
      severity: "error",
      comment: "A gateway speaks with one outside system through its port. Pass in what it needs.",
      from: { path: "^src/gateways/", pathNot: TEST },
      to: { path: "^(src/(?!gateways/|kernel/)|law/)" },
    },
    {
      name: "gateways-one-door",
      severity: "error",
      comment: "Ask the other gateway at its door (index.ts), or pass the value in from main.",
      from: { path: "^src/gateways/([^/]+)/", pathNot: TEST },
      to: { path: "^src/gateways/(?!$1/)[^/]+/(?!index\\.ts$)" },
    },
    {
      name: "modules-look-down",
      severity: "error",
      comment:
        "A duty of the office knows no pages and no wiring. Return a value; the page or main decides what follows.",
      from: { path: "^src/modules/", pathNot: TEST },
      to: { path: "^src/(web|main)/" },
    },
    {
      name: "modules-ask-law-at-the-door",
      severity: "error",
      comment: "Ask the law at law/index.ts; widen that door if it is too narrow.",
      from: { path: "^src/(modules|web)/", pathNot: TEST },
      to: { path: "^law/(?!index\\.ts$)" },
    },
    {
      name: "modules-know-gateways-by-port",
      severity: "error",
      comment: "Know the port, not the client: import the gateway's index.ts; main decides which one is behind it.",
      from: { path: "^src/modules/", pathNot: TEST },
      to: { path: "^src/gateways/[^/]+/(?!index\\.ts$)" },
    },
    {
      name: "one-door",
      severity: "error",
      comment: "Ask the other room at its door (index.ts); widen the door if it is too narrow.",
      from: { path: "^src/modules/([^/]+)/", pathNot: TEST },
      to: { path: "^src/modules/(?!$1/)[^/]+/(?!index\\.ts$)" },
    },
    {
      name: "pages-use-doors",
      severity: "error",
      comment:
        "Pages know a room by its index.ts, and reach outside systems and tables only through rooms. context.ts names the types of what main hands over.",
      from: { path: "^src/web/", pathNot: [TEST, "^src/web/context\\.ts$"] },
      to: { path: "^src/(modules/[^/]+/(?!index\\.ts$)|gateways/|platform/database/|main/)" },
    },
    {
      name: "ui-knows-no-rooms",
      severity: "error",
      comment: "A component shows what it is given. Let the page ask the room.",
      from: { path: "^src/web/ui/", pathNot: TEST },
      to: { path: "^src/(modules|gateways|platform|main)/" },
    },
    {
      name: "offline-stays-light",
      severity: "error",
      comment: "This code runs in a browser without network: only law, engine, kernel and ui.",
      from: { path: "^src/web/[^/]+/offline/", pathNot: TEST },
      to: { path: `^src/(modules|platform|gateways|main)/|${MACHINE}` },
    },
    {
      name: "nobody-imports-main",
      severity: "error",
      comment: "Main wires everything and is wired by nobody. Take what you need as an argument.",
      from: { path: "^(src/(?!main/)|law/)", pathNot: TEST },
      to: { path: "^src/main/" },
    },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      comment: "Product code does not lean on tests or tools.",
      from: { path: "^(src|law)/", pathNot: TEST },
      to: { path: `^(tests|tools|bench)/|${TEST}` },
    },
    {
      name: "no-missing",
      severity: "error",
      comment: "This import leads nowhere: a typing error, or a package that package.json does not list.",
      from: {},
      to: { couldNotResolve: true, pathNot: "^node:" },
    },
    {
      name: "no-development-packages",
      severity: "error",
      comment: "The product may only use what package.json lists under dependencies (types excepted).",
      from: { path: "^(src|law)/", pathNot: TEST },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg"], dependencyTypesNot: ["type-only"], pathNot: "@types/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
