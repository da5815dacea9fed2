import { type FileKeys, parseKeys, ringOf } from "../../src/platform/file-keys.ts";
import { type ColumnSealer, createColumnSealer } from "../../src/platform/sealed-columns.ts";

/** A key of kept files that everybody may know. */
export const TEST_FILE_KEY = Buffer.alloc(32, "motcua").toString("base64");

/** A ring of that key alone, or of the keys given, the current one first. */
export const testFileKeys = (written: string = TEST_FILE_KEY): FileKeys => ringOf(() => parseKeys(written, "the test"));

/** Seals columns under that key. */
export const testSealer = (): ColumnSealer => createColumnSealer(testFileKeys());
