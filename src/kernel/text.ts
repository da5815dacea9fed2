/** A sentence for people, in both languages of the house. Vietnamese is the one that counts. */
export type Text = { readonly vi: string; readonly en: string };
export type Language = keyof Text;

export const text = (vi: string, en: string): Text => ({ vi, en });
