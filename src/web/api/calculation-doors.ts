import { Hono } from "hono";
import { loadCalculations } from "../../../law/index.ts";
import { text } from "../../kernel/text.ts";
import type { Vars, WebDeps } from "../context.ts";
import { ApiProblem } from "./problem.ts";
import { readJson } from "./read-json.ts";

/** Above the longest text the contract speaks of, so that it is refused as an input and not as a request. */
const INPUT_BYTES_MOST = 2_000_000;

/** The calculations over HTTP; the refusal of an input stands in `error`, as the command prints it. */
export function calculationDoors(_deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.post("/calculations/:name", async (c) => {
    const { calculateAny } = await loadCalculations();
    const reckoned = await calculateAny(c.req.param("name"), await readJson(c, INPUT_BYTES_MOST));
    if (reckoned.ok) return c.json(reckoned.value);
    const { failure: error } = reckoned;
    const isUnknown = error.code === "unknown-calculation";
    throw new ApiProblem(isUnknown ? 404 : 422, error.code, isUnknown ? UNKNOWN : REFUSED, error.message, { error });
  });
  return app;
}
const UNKNOWN = text("Không có phép tính này", "Unknown calculation");
const REFUSED = text("Dữ liệu vào chưa hợp lệ", "Input refused");
