import type { Interval } from '../interval.ts';

/**
 * Represents the view monitoring.audit_seal_lag
 * How long a stretch of the audit log is not sealed yet, and could be altered unnoticed.
 */
export interface AuditSealLag {
  /** Number of the newest seal; null before the first. */
  last_seal_number: string | null;

  /** When it was made. */
  last_sealed_at: Date | null;

  /** Time since the end of what it covers. */
  unsealed_for: Interval | null;
}

/**
 * Represents the view monitoring.autovacuum_lag
 * How near each table is to a visit of autovacuum; far above 1, autovacuum cannot keep up.
 */
export interface AutovacuumLag {
  /** Schema of the table. */
  schema_name: string | null;

  /** Name of the table. */
  table_name: string | null;

  /** Rows, as the counters estimate them. */
  live_rows: string | null;

  /** Row versions that nobody will see again and no vacuum has removed. */
  dead_rows: string | null;

  /** Dead rows, as a multiple of those that call for a vacuum. */
  vacuum_due: string | null;

  /** Changed rows, as a multiple of those that call for new statistics. */
  analyze_due: string | null;

  /** Age of the oldest row, as a share of the age that forces a vacuum against wraparound. */
  freeze_due: string | null;

  /** Share of updates that wrote no index entry (HOT). */
  hot_share: string | null;

  /** When it was last vacuumed, by hand or by autovacuum; null if never. */
  last_vacuum: Date | null;

  /** When its statistics were last taken, by hand or by autovacuum; null if never. */
  last_analyze: Date | null;
}

/**
 * Represents the view monitoring.cache_hits
 * Share of pages found in shared buffers, by table; the system's cache or a disk had the rest.
 */
export interface CacheHits {
  /** Schema of the table. */
  schema_name: string | null;

  /** Name of the table. */
  table_name: string | null;

  /** Pages of the table asked for since the counters began. */
  table_pages: string | null;

  /** Share of them found in shared buffers, 0 to 1; null if none was asked for. */
  table_hit_share: string | null;

  /** Pages of its indexes asked for since the counters began. */
  index_pages: string | null;

  /** Share of them found in shared buffers, 0 to 1; null if none was asked for. */
  index_hit_share: string | null;
}

/**
 * Represents the view monitoring.index_use
 * How often each index was used since the counters began; rarely used, large ones cost writes.
 */
export interface IndexUse {
  /** Schema of the table and its index. */
  schema_name: string | null;

  /** Name of the table. */
  table_name: string | null;

  /** Name of the index. */
  index_name: string | null;

  /** Scans on this server only: an index may serve queries that go to a standby. */
  scans: string | null;

  /** When a scan last used it; null if none has since the counters began. */
  last_scan: Date | null;

  /** Entries that scans have returned. */
  entries_read: string | null;

  /** Length of its file. */
  bytes: string | null;

  /** Whether it keeps a rule, used or not. */
  is_unique: boolean | null;

  /** False after a concurrent build that failed: drop the index and build it again. */
  is_valid: boolean | null;
}

/**
 * Represents the view monitoring.long_transactions
 * Open transactions of other sessions; the old ones keep vacuum from removing dead rows.
 */
export interface LongTransactions {
  /** Process id of the session, for pg_cancel_backend and pg_terminate_backend. */
  pid: number | null;

  /** Role that the session signed in as. */
  database_user: string | null;

  /** What the client calls itself. */
  application_name: string | null;

  /** What the session does now; `idle in transaction` waits for its client. */
  state: string | null;

  /** Time since the transaction began. */
  running_for: Interval | null;

  /** Time since the state last changed. */
  in_state_for: Interval | null;

  /** Transactions since the snapshot it reads from: dead rows younger than that stay. */
  transactions_held_back: number | null;

  /** Process ids of the sessions it waits for, empty if it does not. */
  blocked_by: number[] | null;

  /** Kind of what it waits for: Lock, IO, Client; null if it works. */
  wait_event_type: string | null;

  /** What it waits for; null if it works. */
  wait_event: string | null;

  /** The present or last statement, its first 1000 characters. */
  query: string | null;
}

/**
 * Represents the view monitoring.replication
 * Standbys and slots; a slot that nobody reads keeps WAL until the disk is full.
 */
export interface Replication {
  /** Name of the slot; null for a standby without one. */
  slot_name: string | null;

  /** What the standby calls itself, else the plugin of the slot, else none. */
  consumer: string | null;

  /** How far the standby is: `startup`, `catchup`, `streaming`, `backup`; null if nobody is connected. */
  state: string | null;

  /** Whether commits wait for it: `async`, `potential`, `sync`, `quorum`. */
  sync_state: string | null;

  /** False for a slot that nobody reads. */
  is_connected: boolean | null;

  /** WAL that the standby has not replayed yet; null if nobody is connected. */
  bytes_behind: string | null;

  /** Time between a commit here and its replay there, lately; null if there was none. */
  time_behind: Interval | null;

  /** WAL that the server may not remove. */
  wal_bytes_kept: string | null;

  /** Whether the WAL that the slot needs is still there: `reserved`, `extended`, `unreserved`, `lost`. */
  wal_status: string | null;
}

/**
 * Represents the view monitoring.statements
 * What statements cost, from pg_stat_statements; no rows where the server does not collect it.
 */
export interface Statements {
  /** Role that ran it. */
  database_user: string | null;

  /** Number that equal statements share, whatever their constants. */
  query_id: string | null;

  /** The statement, with $1, $2 … for its constants. */
  query: string | null;

  /** How often it was run. */
  calls: string | null;

  /** Time it took in all. */
  total_ms: number | null;

  /** Time its slowest run took. */
  max_ms: number | null;

  /** Rows it returned or changed in all. */
  result_rows: string | null;

  /** Pages it found in shared buffers. */
  pages_hit: string | null;

  /** Pages it had to read from elsewhere. */
  pages_read: string | null;

  /** Pages it wrote to temporary files, for want of work_mem. */
  temp_pages_written: string | null;

  /** WAL it wrote. */
  wal_bytes: string | null;

  /** Time a run took on average. */
  mean_ms: string | null;

  /** Share of the time of all statements, 0 to 1. */
  share_of_time: string | null;
}

/**
 * Represents the view monitoring.table_bloat
 * How much of each table is estimated to be empty, beyond the room that its fillfactor keeps.
 */
export interface TableBloat {
  /** Schema of the table. */
  schema_name: string | null;

  /** Name of the table. */
  table_name: string | null;

  /** Rows, as of the last ANALYZE or VACUUM. */
  estimated_rows: string | null;

  /** Length of its file, without indexes and long values. */
  bytes: string | null;

  /** What of it holds no row. */
  estimated_empty_bytes: string | null;

  /** The same as a share of its length, 0 to 1. */
  estimated_empty_share: string | null;
}