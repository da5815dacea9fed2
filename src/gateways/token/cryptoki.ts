import koffi, { type LibraryHandle } from "koffi";

type TypeSpec = Parameters<typeof koffi.sizeof>[0];

import { TokenTrouble } from "./port.ts";

/**
 * Just enough of PKCS#11 (OASIS, version 2.40) to find a certificate with its key and to sign. Called in a process of
 * its own only (`serve.ts`): modules are foreign machine code, they block, and a fault in one ends its process.
 */
export type Handle = number;

const CKF_SERIAL_SESSION = 0x4;
const CKU_USER = 1;
const CKR_USER_ALREADY_LOGGED_IN = 0x100;
const CKR_CRYPTOKI_ALREADY_INITIALIZED = 0x191;
export const CKA = { class: 0x0, label: 0x3, value: 0x11, certificateType: 0x80, keyType: 0x100, id: 0x102 } as const;
export const CKO = { certificate: 1, privateKey: 3 } as const;
export const CKK = { rsa: 0, ec: 3 } as const;
export const CKM = { rsaPkcs: 0x1, ecdsa: 0x1041 } as const;

/** The answers an administrator meets; any other is shown by its number. */
const NAMES: Readonly<Record<number, string>> = {
  3: "CKR_SLOT_ID_INVALID",
  5: "CKR_GENERAL_ERROR",
  48: "CKR_DEVICE_ERROR",
  50: "CKR_DEVICE_REMOVED",
  160: "CKR_PIN_INCORRECT",
  161: "CKR_PIN_INVALID",
  162: "CKR_PIN_LEN_RANGE",
  163: "CKR_PIN_EXPIRED",
  164: "CKR_PIN_LOCKED",
  179: "CKR_SESSION_HANDLE_INVALID",
  224: "CKR_TOKEN_NOT_PRESENT",
  225: "CKR_TOKEN_NOT_RECOGNIZED",
  257: "CKR_USER_NOT_LOGGED_IN",
  258: "CKR_USER_PIN_NOT_INITIALIZED",
};

const SIGNATURE_BYTES_MOST = 1_024;
const OBJECTS_MOST = 256;
const ATTRIBUTE_BYTES_MOST = 65_536;

export type Cryptoki = ReturnType<typeof loadCryptoki>;

/** Loads a module (`/usr/lib/softhsm/libsofthsm2.so`) and initialises it. @throws TokenTrouble */
export function loadCryptoki(path: string) {
  const lib = load(path);
  // Windows modules lay their structures out without gaps (PKCS#11 base specification, 2.1).
  const struct = process.platform === "win32" ? koffi.pack : koffi.struct;
  const attribute = struct({ type: "ulong", value: "void *", length: "ulong" });
  const mechanism = struct({ type: "ulong", value: "void *", length: "ulong" });
  const attributes = koffi.inout(koffi.pointer(attribute));
  const count = koffi.inout(koffi.pointer("ulong"));
  const fn = (name: string, ...parts: TypeSpec[]) => lib.func(name, "ulong", parts);
  const initialize = fn("C_Initialize", "void *");
  const slotList = fn("C_GetSlotList", "uint8_t", "void *", count);
  const tokenInfo = fn("C_GetTokenInfo", "ulong", "void *");
  const openSession = fn("C_OpenSession", "ulong", "ulong", "void *", "void *", koffi.out(koffi.pointer("ulong")));
  const login = fn("C_Login", "ulong", "ulong", "void *", "ulong");
  const findInit = fn("C_FindObjectsInit", "ulong", koffi.pointer(attribute), "ulong");
  const find = fn("C_FindObjects", "ulong", "void *", "ulong", count);
  const findFinal = fn("C_FindObjectsFinal", "ulong");
  const attributeValue = fn("C_GetAttributeValue", "ulong", "ulong", attributes, "ulong");
  const signInit = fn("C_SignInit", "ulong", koffi.pointer(mechanism), "ulong");
  const sign = fn("C_Sign", "ulong", "void *", "ulong", "void *", count);

  const ulongBytes = koffi.sizeof("ulong");
  const ulong = (value: number): Buffer => {
    const bytes = Buffer.alloc(ulongBytes);
    bytes.writeUInt32LE(value);
    return bytes;
  };
  const ulongsIn = (bytes: Buffer, how: number): number[] =>
    Array.from({ length: how }, (_, at) => bytes.readUInt32LE(at * ulongBytes));
  const must = (what: string, answer: number): void => {
    if (answer !== 0) throw new TokenTrouble(`${what}: ${NAMES[answer] ?? `0x${answer.toString(16)}`}`);
  };

  const initialized = initialize(null) as number;
  if (initialized !== CKR_CRYPTOKI_ALREADY_INITIALIZED) must("C_Initialize", initialized);

  return {
    /** The slots with a token in them, with its label. */
    tokens(): { slot: Handle; label: string }[] {
      const many = [OBJECTS_MOST];
      const slots = Buffer.alloc(OBJECTS_MOST * ulongBytes);
      must("C_GetSlotList", slotList(1, slots, many));
      return ulongsIn(slots, many[0] ?? 0).flatMap((slot) => {
        // The label is the first field, 32 characters padded with blanks; the whole structure is below 512 bytes.
        const info = Buffer.alloc(512);
        return tokenInfo(slot, info) === 0 ? [{ slot, label: info.toString("utf8", 0, 32).trimEnd() }] : [];
      });
    },
    /** A session in which the user has signed in. */
    enter(slot: Handle, pin: string): Handle {
      const session = [0];
      must("C_OpenSession", openSession(slot, CKF_SERIAL_SESSION, null, null, session));
      const secret = Buffer.from(pin, "utf8");
      const answer = login(session[0], CKU_USER, secret, secret.length);
      if (answer !== CKR_USER_ALREADY_LOGGED_IN) must("C_Login", answer);
      return Number(session[0]);
    },
    /** The objects that have all these attributes. */
    find(session: Handle, wanted: readonly { type: number; value: Buffer | number }[]): Handle[] {
      const template = wanted.map(({ type, value }) => {
        const bytes = typeof value === "number" ? ulong(value) : value;
        return { type, value: bytes, length: bytes.length };
      });
      must("C_FindObjectsInit", findInit(session, template, template.length));
      const found = Buffer.alloc(OBJECTS_MOST * ulongBytes);
      const many = [0];
      must("C_FindObjects", find(session, found, OBJECTS_MOST, many));
      must("C_FindObjectsFinal", findFinal(session));
      return ulongsIn(found, many[0] ?? 0);
    },
    /** One attribute of an object. */
    attribute(session: Handle, object: Handle, type: number): Buffer {
      const bytes = Buffer.alloc(ATTRIBUTE_BYTES_MOST);
      const asked = [{ type, value: bytes, length: bytes.length }];
      must("C_GetAttributeValue", attributeValue(session, object, asked, 1));
      return Buffer.from(bytes.subarray(0, Number(asked[0]?.length ?? 0)));
    },
    sign(session: Handle, key: Handle, how: number, data: Uint8Array): Buffer {
      must("C_SignInit", signInit(session, { type: how, value: null, length: 0 }, key));
      const signature = Buffer.alloc(SIGNATURE_BYTES_MOST);
      const length = [signature.length];
      must("C_Sign", sign(session, Buffer.from(data), data.length, signature, length));
      return signature.subarray(0, length[0]);
    },
  };
}

function load(path: string): LibraryHandle {
  try {
    return koffi.load(path);
  } catch (cause) {
    throw new TokenTrouble(`the module does not load: ${cause instanceof Error ? cause.message : path}`);
  }
}
