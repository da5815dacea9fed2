import type { Clock } from "../platform/clock.ts";
import { startJobs, type Tasks } from "../platform/jobs.ts";
import type { Log } from "../platform/log.ts";
import type { Settings } from "../platform/settings.ts";

export type WorkDeps = {
  readonly settings: Settings;
  readonly ownerUrl: string;
  readonly clock: Clock;
  readonly log: Log;
};

/** What is done outside of any request, and when (UTC). One line a task; the task itself stands in its module. */
const tasksOf = (_deps: WorkDeps): Tasks => ({});
const CRONTAB: readonly string[] = [];

/** Starts after the pages are served: nobody waits for a job. */
export async function startWork(deps: WorkDeps): Promise<{ stop(): Promise<void> }> {
  const tasks = tasksOf(deps);
  if (Object.keys(tasks).length === 0) return { stop: async () => undefined };
  return startJobs({ ownerUrl: deps.ownerUrl, tasks, crontab: CRONTAB.join("\n"), log: deps.log });
}
