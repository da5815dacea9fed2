/** An ECDSA signature as CMS wants it, SEQUENCE of two integers; services also hand it out as two halves (IEEE P1363). */
export function asDerPair(signature: Uint8Array): Uint8Array {
  const isPair = signature[0] === 0x30 && signature[1] === signature.length - 2;
  if (isPair || signature.length % 2 !== 0) return signature;
  const half = signature.length / 2;
  const parts = Buffer.concat([integer(signature.subarray(0, half)), integer(signature.subarray(half))]);
  return Buffer.concat([Buffer.from([0x30, ...(parts.length < 128 ? [parts.length] : [0x81, parts.length])]), parts]);
}

function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const short = Buffer.from(bytes.subarray(first < 0 ? bytes.length - 1 : first));
  const positive = (short[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), short]) : short;
  return Buffer.concat([Buffer.from([0x02, positive.length]), positive]);
}
