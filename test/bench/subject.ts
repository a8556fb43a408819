/** What is measured: it takes declarations on POST /v1/interchanges and delivers each to one of the sinks. */
export interface Subject {
  readonly name: 'limit' | 'hub';
  /** Starts on a fresh data folder; resolves when it takes messages. */
  start(sinkUrls: readonly string[], dataDir: string): Promise<RunningSubject>;
}

export interface RunningSubject {
  /** Where to POST. */
  readonly url: string;
  /** `Name: value` lines of every request. */
  readonly headers: readonly string[];
  /** The secret that each sink's requests are signed with. */
  readonly secrets: readonly string[];
  /** The processes whose time and memory count. */
  readonly pid: number;
  readonly postmaster: number | undefined;
  stop(): Promise<void>;
}
