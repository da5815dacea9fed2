import type { Child } from "hono/jsx";

/** Two columns that become one on a narrow screen: filters and list, or a dossier and what to do with it. */
export const Split = (props: {
  side: Child;
  children: Child;
  sideLabel?: string | undefined;
  sideAt?: "start" | "end" | undefined;
}) => {
  const side = (
    <aside class="mc-split__side" aria-label={props.sideLabel}>
      {props.side}
    </aside>
  );
  return (
    <div class={`mc-split mc-split--${props.sideAt ?? "start"}`}>
      {props.sideAt === "end" ? null : side}
      <div class="mc-split__main">{props.children}</div>
      {props.sideAt === "end" ? side : null}
    </div>
  );
};
