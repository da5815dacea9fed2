/** The only door to tokens and HSMs (PKCS#11). */
export { createToken } from "./client.ts";
export { type Token, type TokenKey, type TokenKeyName, TokenTrouble } from "./port.ts";
