import { Hono } from "hono";
import type { Vars, WebDeps } from "../../context.ts";
import { cashPages } from "./cash.tsx";
import { matchPages } from "./match.tsx";
import { refundPages } from "./refunds.tsx";
import { reportPages } from "./report.tsx";
import { statementPages } from "./statements.tsx";
import { waiverPages } from "./waivers.tsx";

/** The pages of whoever takes, keeps, forgives and gives back money. */
export const moneyPages = (deps: WebDeps): Hono<{ Variables: Vars }> =>
  new Hono<{ Variables: Vars }>()
    .route("/", cashPages(deps))
    .route("/", statementPages(deps))
    .route("/", matchPages(deps))
    .route("/", waiverPages(deps))
    .route("/", refundPages(deps))
    .route("/", reportPages(deps));
