import {
  ChainReader,
  chainFaults,
  kindName,
  readEntries,
  verifyCosignature,
  type BlockHead,
  type Entry,
  type PublicKeyLike,
} from '#evidence';
import type { Fault } from '#kernel';
import {
  auditPage,
  beginAudit,
  blocksFrom,
  cosignaturesFrom,
  isSmall,
  missingPage,
  noteEntries,
  oldestMonth,
  pendingEntries,
  unwatchedTimes,
  watched,
  type Retention,
  type Sql,
  type Tx,
  type Unwatched,
  type Watched,
} from '#store';

/** What does not agree, by name. */
export interface AuditFinding {
  readonly table: string;
  /** Key of the row; of a block its height. */
  readonly id: string;
  readonly fault: Fault;
}

export interface AuditedTable {
  readonly table: string;
  /** Rows that were compared. */
  readonly rows: number;
  /** Rows that were made, or of small tables removed, while nobody watched: nothing is known of them. */
  readonly uncovered: number;
  /** Entries whose rows were forgotten in their time, or whose month was detached. */
  readonly gone: number;
}

export interface AuditReport {
  /** Nothing was found. */
  readonly sound: boolean;
  readonly blocks: number;
  readonly entries: number;
  /** Entries that no block has yet. */
  readonly waiting: number;
  readonly head: BlockHead | undefined;
  readonly tables: readonly AuditedTable[];
  readonly findings: readonly AuditFinding[];
  /** There is more that does not agree than is named. */
  readonly more: boolean;
}

export interface AuditLimits {
  /** Blocks read at once. */
  readonly blocks: number;
  /** Rows of a table compared by one statement. */
  readonly rows: number;
  /** What is named at most. */
  readonly findings: number;
  /** How long the hub keeps what it forgets, if otherwise than by default. */
  readonly keep?: Retention;
}

export const auditLimits: AuditLimits = { blocks: 8, rows: 2_000, findings: 1_000 };

/**
 * Walks the whole chain and compares it with the tables: every row that was changed, is missing or was put in beside the
 * hub is named. Memory is bounded by a few blocks; the entries stand in a temporary table of the database. It sees the
 * database as it was at its beginning, so it may run beside the traffic; while it runs, old rows are not cleaned up.
 *
 * @param keys public keys of the node, retired ones too, and of the peers whose co-signatures should count. Those of
 *   the node should come from elsewhere: who can change the tables can change `node_key`
 * @param now Unix milliseconds
 */
export function auditChain(
  sql: Sql,
  keys: readonly PublicKeyLike[],
  now: number,
  limits: AuditLimits = auditLimits,
): Promise<AuditReport> {
  return sql.transaction(async (tx) => {
    await beginAudit(tx);
    const findings = new Findings(limits.findings);
    const chain = await walk(tx, keys, limits, findings);
    const waiting = await noteWaiting(tx, limits);
    const unwatched = await unwatchedTimes(tx);
    const tables: AuditedTable[] = [];
    for (const table of watched) tables.push(await compare(tx, table, unwatched, now, limits, findings));
    return {
      sound: findings.count === 0,
      ...chain,
      waiting,
      tables,
      findings: findings.named,
      more: findings.count > findings.named.length,
    };
  });
}

class Findings {
  readonly named: AuditFinding[] = [];
  count = 0;

  constructor(private readonly most: number) {}

  add(table: string, id: string, fault: Fault): void {
    this.count++;
    if (this.named.length < this.most) this.named.push({ table, id, fault });
  }
}

async function walk(
  tx: Tx,
  keys: readonly PublicKeyLike[],
  limits: AuditLimits,
  findings: Findings,
): Promise<Pick<AuditReport, 'blocks' | 'entries' | 'head'>> {
  const reader = new ChainReader(keys, true);
  let blocks = 0;
  let entries = 0;
  for (let from = 0; ;) {
    const page = await blocksFrom(tx, from, limits.blocks);
    for (const block of page) {
      const checked = reader.next(block);
      const inPlace = checked.head?.height === block.height && checked.head.hash.equals(block.hash);
      const faults = inPlace
        ? checked.faults
        : [
            ...checked.faults,
            chainFaults.make('EVIDENCE_CHAIN_BROKEN', { values: { height: block.height } }),
          ];
      for (const fault of faults) findings.add('evidence_block', String(block.height), fault);
      await noteEntries(tx, lastEntries(checked.entries, block.height));
      blocks++;
      entries += checked.entries.length;
      from = block.height + 1;
    }
    await compareCosigned(tx, page, keys, findings);
    if (page.length < limits.blocks) break;
  }
  await findCut(tx, reader.head, keys, findings);
  return { blocks, entries, head: reader.head };
}

const lastEntries = (entries: readonly Entry[], height: number) =>
  entries.map(({ kind, subject, hash }) => ({ kind, subject, hash, height }));

/** What a peer has signed of these blocks must be what stands there. */
async function compareCosigned(
  tx: Tx,
  page: readonly { readonly height: number; readonly hash: Buffer }[],
  keys: readonly PublicKeyLike[],
  findings: Findings,
): Promise<void> {
  const [first, last] = [page[0], page.at(-1)];
  if (!first || !last) return;
  const at = new Map(page.map(({ height, hash }) => [height, hash]));
  for (const given of await cosignaturesFrom(tx, first.height, 1_000)) {
    const hash = at.get(given.height);
    if (given.height > last.height) return;
    const verified = verifyCosignature(given.signature, keys);
    // A peer whose keys are not given vouches for nothing.
    if (!verified.ok || (hash && verified.value.hash === hash.toString('hex'))) continue;
    const values = { height: given.height, node: given.nodeCode };
    findings.add(
      'evidence_block',
      String(given.height),
      chainFaults.make('EVIDENCE_CHAIN_FORKED', { values }),
    );
  }
}

async function findCut(
  tx: Tx,
  head: BlockHead | undefined,
  keys: readonly PublicKeyLike[],
  findings: Findings,
): Promise<void> {
  const height = head?.height ?? 0;
  for (const given of await cosignaturesFrom(tx, height + 1, 100)) {
    if (!verifyCosignature(given.signature, keys).ok) continue;
    const values = { node: given.nodeCode, height: given.height, head: height };
    findings.add('evidence_block', String(given.height), chainFaults.make('EVIDENCE_CHAIN_CUT', { values }));
  }
}

/** Rows whose entries wait for a block are covered as well: they are in the same transaction as their rows. */
async function noteWaiting(tx: Tx, limits: AuditLimits): Promise<number> {
  let waiting = 0;
  for (let after = -1; ;) {
    const page = await pendingEntries(tx, after, limits.rows);
    for (const { seq, entries } of page) {
      const read = readEntries(entries) ?? [];
      await noteEntries(tx, lastEntries(read, 0));
      waiting += read.length;
      after = seq;
    }
    if (page.length < limits.rows) return waiting;
  }
}

async function compare(
  tx: Tx,
  table: Watched,
  unwatched: readonly Unwatched[],
  now: number,
  limits: AuditLimits,
  findings: Findings,
): Promise<AuditedTable> {
  const limit = { rows: limits.rows, bad: limits.findings };
  let rows = 0;
  let uncovered = 0;
  let gone = 0;
  for (let after: readonly string[] | undefined, more = true; more; more = after !== undefined) {
    const page = await auditPage(tx, table, unwatched, after, limit);
    for (const { id, finding, height } of page.bad) {
      findings.add(table.table, id, faultOf(finding, table, id, height));
    }
    rows += page.rows;
    uncovered += page.uncovered;
    after = page.after;
  }
  const oldest = table.monthly === true ? await oldestMonth(tx, table.table) : 0;
  const kept = limits.keep ? { keep: limits.keep } : {};
  for (let after: Buffer | undefined, more = true; more; more = after !== undefined) {
    const page = await missingPage(tx, table, { now, oldest, ...kept }, after, limit);
    for (const { id, height } of page.missing)
      if (wentUnwatched(table, height, unwatched)) uncovered++;
      else findings.add(table.table, id, faultOf('missing', table, id, height));
    gone += page.gone;
    after = page.after;
  }
  return { table: table.table, rows, uncovered, gone };
}

/** What was there when somebody watched again was entered anew: a row that was not had gone by then. */
const wentUnwatched = (table: Watched, height: number, unwatched: readonly Unwatched[]): boolean =>
  isSmall(table) && unwatched.some((time) => time.from > 0 && height > 0 && height <= time.height);

function faultOf(finding: keyof typeof codes, table: Watched, id: string, height: number | undefined): Fault {
  const values = { table: kindName(table.kind), id, height: height ?? 0 };
  return chainFaults.make(codes[finding], { values });
}

const codes = {
  changed: 'EVIDENCE_ROW_CHANGED',
  content: 'EVIDENCE_ROW_CONTENT',
  missing: 'EVIDENCE_ROW_MISSING',
  extra: 'EVIDENCE_ROW_EXTRA',
} as const;
