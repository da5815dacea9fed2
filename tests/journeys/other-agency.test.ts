import { afterAll, beforeAll, expect, test } from "vitest";
import { type Call, createAgencyRegister, withResilience } from "../../src/gateways/population/index.ts";
import { day } from "../../src/kernel/plain-date.ts";
import { addAgencyKey, connectAgency } from "../../src/modules/verifications/index.ts";
import { openDatabase } from "../../src/platform/database/database.ts";
import { signedFetch, signingKeyOf } from "../../src/platform/http-signatures/index.ts";
import { newId } from "../../src/platform/ids.ts";
import { type TestHouse, testHouse } from "../support/house.ts";
import { MINH } from "../support/office-stage.ts";

/** One installation asks the register of another, by signed messages over a socket, in both directions of the client. */

let house: TestHouse;
const ours = signingKeyOf("the asking installation");
let ground = "Luật Căn cước 26/2023/QH15, Điều 10, 11";

beforeAll(async () => {
  house = await testHouse({ standIns: false });
  const owner = openDatabase({ url: house.ownerUrl, most: 1 });
  await owner.inTransaction(async (tx) => {
    const agency = { code: "H46.01", name: "Công an tỉnh thử", provinceCode: "46", organisationCode: null };
    await connectAgency(tx, { ...agency, fields: ["name", "birthDate", "sex"] }, day("2026-01-01"), null);
    await addAgencyKey(tx, agency.code, ours.key, Date.now());
  });
  await owner.close();
});
afterAll(() => house.close());

const asking = (changes: { key?: typeof ours; believes?: string } = {}) => {
  const theirs = house.deps.verifications.messageKey;
  return createAgencyRegister({
    url: `${house.url}/api/v1/verifications`,
    ground,
    send: signedFetch({
      key: changes.key ?? ours,
      answerKey: async (id) => (id === (changes.believes ?? theirs.id) ? theirs : null),
      now: () => Date.now(),
    }),
  });
};
const call = (): Call => ({
  id: newId(),
  dossier: null,
  procedure: "1.004194",
  purpose: "Giải quyết hồ sơ",
  agency: "H46.01",
});
const claim = { number: MINH.number, name: MINH.name, birthDate: MINH.birthDate, sex: MINH.sex };

test("answers come back field by field; asked again with the same id it is the same call there", async () => {
  const register = withResilience(asking());
  const same = call();
  const agreed = {
    ok: true,
    value: { number: "match", name: "match", birthDate: "match", sex: "match", living: true },
  };
  expect(await register.verify(claim, same)).toEqual(agreed);
  expect(await register.verify(claim, same)).toEqual(agreed);
  const { length } = await house.db.query("test-calls", "select 1 from verifications where request_key = $1", [
    same.id,
  ]);
  expect(length).toBe(1);
  const off = await register.verify({ ...claim, sex: "F" }, call());
  expect(off.ok && off.value.sex).toBe("no-match");
});

test("a stranger is refused; an answer of a stranger is no answer; no ground is a refusal", async () => {
  expect(await asking({ key: signingKeyOf("a stranger") }).verify(claim, call())).toMatchObject({ ok: false });
  expect(await asking({ believes: "somebody else" }).verify(claim, call())).toMatchObject({
    ok: false,
    failure: { kind: "unavailable" },
  });
  ground = " ";
  expect(await asking().verify(claim, call())).toMatchObject({ ok: false, failure: { kind: "not-granted" } });
});
