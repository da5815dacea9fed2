import base from "../../vitest.config.ts";

/** Pictures are taken when somebody wants to look at them, not with every run of the tests. */
export default { ...base, test: { ...base.test, include: ["tests/screens/take.ts"] } };
