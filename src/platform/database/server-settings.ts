import { totalmem } from "node:os";

const MB = 1024 * 1024;

/**
 * The settings of the embedded server, from the memory of the machine. Nothing here weakens what a commit promises:
 * `fsync`, `full_page_writes` and `synchronous_commit` stay on. `disposable` is for tests, whose data nobody keeps.
 */
export function serverSettings(options: { disposable: boolean; memoryBytes?: number }): string {
  const memoryMb = (options.memoryBytes ?? totalmem()) / MB;
  // An eighth: PostgreSQL advises a quarter of a machine of its own, and here the program stands beside it.
  const buffersMb = Math.round(Math.min(8192, Math.max(32, memoryMb / 8)));
  const settings: Record<string, string | number> = {
    shared_buffers: `${options.disposable ? 64 : buffersMb}MB`,
    effective_cache_size: `${Math.round(Math.max(128, memoryMb / 2))}MB`,
    maintenance_work_mem: `${Math.round(Math.min(512, Math.max(32, memoryMb / 32)))}MB`,
    max_connections: 100,
    random_page_cost: 1.1,
    // Statements here are short: compiling them costs more than it saves.
    jit: "off",
    max_parallel_workers_per_gather: 0,
    wal_compression: "on",
    min_wal_size: "64MB",
    max_wal_size: options.disposable ? "512MB" : "2GB",
    checkpoint_timeout: "15min",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    // A new installation fills from nothing within a minute: plans made on empty tables must not last longer than that.
    autovacuum_naptime: "15s",
    // Statements and error details hold names and numbers of people; the log gets neither.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    ...(options.disposable
      ? { fsync: "off", full_page_writes: "off", synchronous_commit: "off", autovacuum: "off" }
      : { fsync: "on", full_page_writes: "on", synchronous_commit: "on" }),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return [
    "# Written by motcua at every start; your own settings belong into postgresql.auto.conf (alter system).",
    ...lines,
    "",
  ].join("\n");
}
