import type { Tx } from "../../platform/database/database.ts";
import type { DemoPost } from "./officers.ts";

/** Puts officers in their posts; a post that exists takes the roles and title given now. */
export async function upsertPosts(tx: Tx, posts: readonly DemoPost[], from: string): Promise<void> {
  for (const post of posts) {
    await tx.query(
      "upsert-demo-post",
      `insert into posts (id, officer_subject, unit_id, roles, title, valid_from) values ($1, $2, $3, $4, $5, $6)
       on conflict (id) do update set unit_id = excluded.unit_id, roles = excluded.roles, title = excluded.title`,
      [post.id, post.officerSubject, post.unitId, post.roles, post.title, from],
    );
  }
}
