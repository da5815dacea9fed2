import { Hono } from "hono";
import type { Vars, WebDeps } from "../../context.ts";
import { boardPages } from "./board.tsx";
import { chooseOfficePages } from "./choose-office.tsx";
import { chooseSlotPages } from "./choose-slot.tsx";
import { myBookingPages } from "./my-booking.tsx";
import { takeNumberPages } from "./take-number.tsx";
import { ticketPages } from "./ticket.tsx";

/** The waiting room and the appointment book, as citizens meet them. */
export function deskPages(deps: WebDeps) {
  const app = new Hono<{ Variables: Vars }>();
  app.route("/", ticketPages(deps));
  app.route("/", boardPages(deps));
  app.route("/", takeNumberPages(deps));
  app.route("/", chooseOfficePages(deps));
  app.route("/", chooseSlotPages(deps));
  app.route("/", myBookingPages(deps));
  return app;
}
