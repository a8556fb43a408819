/** Settings of the server by PostgreSQL's own names. */
export type Settings = Readonly<Record<string, string>>;

/**
 * For a busy small server: durable (`fsync`, `synchronous_commit`, full pages), local only, few long checkpoints,
 * quick vacuum of the rows that change state, a log of seven days that overwrites itself.
 */
export const defaultSettings: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  wal_buffers: '16MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  autovacuum_naptime: '20s',
  autovacuum_vacuum_cost_limit: '1000',
  random_page_cost: '1.1',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_line_prefix: '%m [%p] %a ',
};

export const asArguments = (settings: Settings): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
