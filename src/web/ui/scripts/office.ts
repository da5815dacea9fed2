import "./portal.ts";
import { listenForShortcuts } from "./shortcuts.ts";

listenForShortcuts(document);
