import "./portal.ts";
import { serveDesk } from "./desk.ts";
import { listenForShortcuts } from "./shortcuts.ts";

listenForShortcuts(document);
serveDesk(document);
