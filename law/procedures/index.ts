/** The only door of the procedures: every folder with a definition stands in this list; a test sees to it. */
import type { Procedure } from "../../src/engine/definition/index.ts";
import { stayNotification } from "./residence/stay-notification/definition.ts";
import { temporaryResidence } from "./residence/temporary-residence/definition.ts";
import { sealNew } from "./seals/seal-new/definition.ts";

export const procedures: readonly Procedure[] = [stayNotification, temporaryResidence, sealNew];
