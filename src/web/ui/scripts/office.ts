import "./portal.ts";
import { foldByEscape } from "./menu.ts";
import { listenForShortcuts } from "./shortcuts.ts";

listenForShortcuts(document);
foldByEscape(document);
