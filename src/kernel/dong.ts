/** Money is whole đồng. A branded integer, so that no fraction and no bare number passes for it. */
declare const dongBrand: unique symbol;
export type Dong = number & { readonly [dongBrand]: true };

export function dong(amount: number): Dong {
  if (!Number.isSafeInteger(amount)) throw new Error(`not whole đồng: ${amount}`);
  return amount as Dong;
}

export const addDong = (...amounts: readonly Dong[]): Dong => dong(amounts.reduce<number>((sum, a) => sum + a, 0));
export const timesDong = (amount: Dong, count: number): Dong => dong(amount * count);

const grouped = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ".");
/** `1.234.000 đ`. */
export const showDong = (amount: Dong): string => `${amount < 0 ? "-" : ""}${grouped(Math.abs(amount))} đ`;

/** Reads what a person types: `1.234.000`, `1 234 000`, `1234000 đ`; null for anything else. */
export function parseDong(value: string): Dong | null {
  const bare = value.trim().replace(/\s*(đ|đồng|vnd|vnđ)\.?$/i, "");
  if (!/^\d{1,3}([. ]\d{3})*$/.test(bare) && !/^\d{1,15}$/.test(bare)) return null;
  const amount = Number(bare.replace(/[. ]/g, ""));
  return Number.isSafeInteger(amount) ? dong(amount) : null;
}
