import "./portal.ts";
import { askPasskeys } from "./passkey.ts";
import { listenForShortcuts } from "./shortcuts.ts";

listenForShortcuts(document);
askPasskeys(document);
