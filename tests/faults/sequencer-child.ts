// Numbers and signs round after round until it is killed: what the job does, in a process of its own.
import { createSequencer, createSigner, keyOfSecret } from "../../src/modules/transparency/index.ts";
import { openDatabase } from "../../src/platform/database/database.ts";

const db = openDatabase({ url: process.env.SEQUENCER_URL ?? "", most: 1, name: "motcua sequencer of a test" });
const signer = createSigner("motcua.test/log", keyOfSecret("of this test"));
const sequencer = createSequencer({ db, clock: { now: () => Date.now() }, signer });
process.stdout.write("begun\n");
for (;;) await sequencer.run();
