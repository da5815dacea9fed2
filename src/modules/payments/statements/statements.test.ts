import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isoInstant } from "../../../kernel/plain-date.ts";
import { readStatement } from "./importing.ts";

/** The three forms of a statement say the same of the same account; what is broken is named by its line. */

const CSV = `tai_khoan,1234567890
so_sao_ke,SK-7
so_du_dau_ky,1.000.000
so_du_cuoi_ky,"1.052.000"
so_giao_dich,thoi_diem,ghi_co,ghi_no,nguoi_chuyen,noi_dung
FT001,23/11/2026 09:15,7.000,,TRAN VAN MINH,"LE PHI, MC79ABC"
FT002,2026-11-23,50000,,,NOP PHI
FT003,23/11/2026,,5.000,,Phi chuyen tien
`;

const MT940 = `{1:F01BANKVNVXAXXX0000000000}{2:O9401200261123BANKVNVXAXXX00000000002611231200N}{4:
:20:SK-7
:25:BANKVNVX/1234567890
:28C:00327/001
:60F:C261122VND1000000,
:61:2611231123CD7000,NTRFNONREF//FT001
:86:?20LE PHI, MC79?21ABC?32TRAN VAN ?33MINH
:61:261123C50000,00NTRFKH-1//FT002
Nop phi
:86:/REMI/NOP PHI/ORDP/NGUYEN THI A
:61:2611231123D5000,NCHGFT003
:86:Phi chuyen tien
:62F:C261123VND1052000,
-}`;

const entry = (amount: string, sign: string, number: string, more: string): string =>
  `<Ntry><Amt Ccy="VND">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
   <BookgDt><DtTm>2026-11-23T09:15:00</DtTm></BookgDt><AcctSvcrRef>${number}</AcctSvcrRef>
   <NtryDtls><TxDtls>${more}</TxDtls></NtryDtls></Ntry>`;
const balance = (code: string, amount: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="VND">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-23</Dt></Dt></Bal>`;
const CAMT = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>SK-7</Id>
<Acct><Id><Othr><Id>1234567890</Id></Othr></Id></Acct>${balance("OPBD", "1000000")}${balance("CLBD", "1052000.00")}
${entry("7000", "CRDT", "FT001", "<RltdPties><Dbtr><Pty><Nm>TRAN VAN MINH</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>LE PHI, MC79ABC</Ustrd></RmtInf>")}
${entry("50000", "CRDT", "FT002", "<RmtInf><Ustrd>NOP PHI</Ustrd></RmtInf>")}
${entry("5000", "DBIT", "FT003", "<RmtInf><Ustrd>Phi chuyen tien</Ustrd></RmtInf>")}
</Stmt></BkToCstmrStmt></Document>`;

const read = (content: string) => readStatement(Buffer.from(content));
const value = (content: string) => {
  const result = read(content);
  if (!result.ok) throw new Error(result.failure.en);
  return result.value;
};

describe("a statement of the bank (one-stop 18)", () => {
  test.each([
    ["csv", CSV],
    ["mt940", MT940],
    ["mt940", MT940.replaceAll("\n", "\r\n")],
    ["camt.053", CAMT],
  ])("as %s", (format, content) => {
    const statement = value(content);
    expect(statement).toMatchObject({
      format,
      account: "1234567890",
      opening: 1_000_000,
      closing: 1_052_000,
      faults: [],
    });
    expect(statement.reference).toContain("SK-7");
    expect(statement.entries.map((one) => [one.bankTransaction, one.amount])).toEqual([
      ["FT001", 7_000],
      ["FT002", 50_000],
      ["FT003", -5_000],
    ]);
    const [first] = statement.entries;
    expect(first).toMatchObject({ content: "LE PHI, MC79ABC", payerName: "TRAN VAN MINH" });
    expect(isoInstant(first?.bookedAt ?? 0)).toContain("2026-11-23");
  });

  test.each([
    ["csv", CSV.replace("7.000,,TRAN", "7.0x0,,TRAN"), 6],
    ["csv", CSV.replace("23/11/2026 09:15", "31/02/2026"), 6],
    ["mt940", MT940.replace("CD7000,", "CD7000,50"), 6],
    ["mt940", MT940.replace("CD7000,", "CR7000,"), 6],
    ["camt.053", CAMT.replace('Ccy="VND">7000', 'Ccy="USD">7000'), 4],
    ["camt.053", CAMT.replace(">7000<", ">7000.50<"), 4],
  ])("a broken line of a %s is named, the others are read", (_format, content, line) => {
    const statement = value(content);
    expect(statement.faults.map((fault) => fault.line)).toEqual([line]);
    expect(statement.entries).toHaveLength(2);
  });

  test("an entity is never expanded: a document type is refused", () => {
    const bomb = CAMT.replace("<Document", '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Document').replace(
      "NOP PHI",
      "&b;",
    );
    expect(read(bomb)).toMatchObject({ ok: false, failure: { en: expect.stringContaining("DOCTYPE") } });
    expect(read(CAMT.slice(0, 900)).ok).toBe(false);
  });

  test("a sum without its balances, another account's pages, no statement at all", () => {
    expect(read(CSV.replace("so_du_cuoi_ky", "x")).ok).toBe(false);
    expect(read(MT940.replace(":62F:", ":99:")).ok).toBe(false);
    expect(read(`${MT940}\n${MT940.replace("1234567890", "999")}`).ok).toBe(false);
    for (const content of ["", "a,b,c", "%PDF-1.7", "\u0000"]) expect(read(content).ok).toBe(false);
  });

  test("whatever is in the file, an answer comes back", () => {
    const cut = fc
      .constantFrom(CSV, MT940, CAMT)
      .chain((content) =>
        fc.tuple(fc.constant(content), fc.nat(content.length), fc.nat(30), fc.string({ maxLength: 8 })),
      );
    fc.assert(
      fc.property(cut, ([content, at, off, put]) => {
        const result = read(content.slice(0, at) + put + content.slice(at + off));
        for (const entry of result.ok ? result.value.entries : [])
          expect(Number.isSafeInteger(entry.amount)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
