import type { Calculation } from "../../../src/engine/definition/index.ts";
import { fee } from "./fee.ts";
import { registrationTax } from "./registration-tax.ts";
import { vehicleFee } from "./vehicle-fee.ts";
import { vietqr } from "./vietqr.ts";

/** Money: fees, registration tax, bank QR. One file a calculation. */
export const fees: readonly Calculation[] = [fee, vehicleFee, registrationTax, vietqr];
