import { type Dong, showDong } from "../../kernel/dong.ts";
import type { Language } from "../../kernel/text.ts";

const FREE = { vi: "Không thu", en: "No charge" };

/** An amount as it is written here; nothing to pay is said in words where `free` is set. */
export const Money = (props: { amount: Dong; lang: Language; free?: boolean | undefined }) => (
  <span class="mc-money">
    {props.free && props.amount === 0 ? FREE[props.lang] : showDong(props.amount).replace(" ", "\u00a0")}
  </span>
);
