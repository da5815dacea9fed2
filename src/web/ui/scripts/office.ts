import "./portal.ts";
import { sendByCtrlEnter } from "./ctrl-enter.ts";
import { foldByEscape } from "./menu.ts";
import { listenForShortcuts } from "./shortcuts.ts";

listenForShortcuts(document);
foldByEscape(document);
sendByCtrlEnter(document);
