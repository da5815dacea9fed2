import { crc32, deflateRawSync } from "node:zlib";

/** Archives for tests only: honest ones, and ones that lie about their sizes. */
export type TestPart = { readonly name: string; readonly data: Buffer; readonly declaredSize?: number };

export function zipOf(parts: readonly TestPart[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declaredSize } of parts) {
    const packed = deflateRawSync(data, { level: 9 });
    const nameBytes = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(8, 4);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(declaredSize ?? data.length, 18);
    shared.writeUInt16LE(nameBytes.length, 22);
    bodies.push(Buffer.from("PK\u0003\u0004"), shared, nameBytes, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000"), shared, tail, nameBytes);
    offset += 30 + nameBytes.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...bodies, listed, Buffer.from("PK\u0005\u0006"), end]));
}

/** The smallest workbook: one sheet with the rows given as XML. */
export const workbookParts = (sheetXml: string, more: readonly TestPart[] = []): TestPart[] => [
  {
    name: "_rels/.rels",
    data: Buffer.from(
      `<Relationships><Relationship Id="r" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
  },
  {
    name: "xl/workbook.xml",
    data: Buffer.from(`<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`),
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    data: Buffer.from(
      `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
  },
  { name: "xl/worksheets/sheet1.xml", data: Buffer.from(sheetXml) },
  ...more,
];
