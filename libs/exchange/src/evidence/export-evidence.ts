import {
  BlockProofs,
  entryKinds,
  exportType,
  readEntries,
  timeOfSubject,
  uuidText,
  type Entry,
} from '#evidence';
import type { JsonObject } from '#kernel';
import {
  blocksFrom,
  countOfRange,
  exportedRows,
  heightAt,
  type Block,
  type ExportedRow,
  type Sql,
} from '#store';
import { contentText } from './prove.js';

/** What is exported. */
export interface ExportWanted {
  /** Whose interchanges and documents; `undefined`: everybody's, with whole blocks, so that nothing can be left out. */
  readonly participantId: string | undefined;
  /** Unix milliseconds, inclusive. */
  readonly from: number;
  /** Unix milliseconds, exclusive. */
  readonly to: number;
}

export interface ExportParts {
  readonly sql: Sql;
  readonly nodeCode: string;
  /** As `/.well-known/jwks.json` shows them: for information, whoever verifies brings their own. */
  readonly keys: readonly JsonObject[];
  /** The receipt of an interchange, made again. */
  readonly receipt: (record: JsonObject) => string | undefined;
  readonly now: () => number;
}

/** How long the sealing may have lagged behind: what was sealed later is counted as not proven. */
const LAG_MS = 3_600_000;
const CLOCK_MS = 60_000;
const BLOCKS = 4;
const ROWS = 200;
const BYTES = 4 * 1024 * 1024;

const tables = ['interchange', 'document'] as const;

/**
 * The evidence of a range of time as JSON Lines: interchanges and documents in the order in which they were sealed,
 * each with its content and its proof, receipts behind their interchanges, a last line that counts them. Made block by
 * block, in bounded memory.
 */
export async function* exportEvidence(parts: ExportParts, wanted: ExportWanted): AsyncGenerator<string> {
  const { sql, nodeCode, keys, now } = parts;
  const whole = wanted.participantId === undefined;
  const counts = { interchange: 0, document: 0 };
  let lines = 1;
  yield line({
    type: exportType,
    version: 1,
    node: nodeCode,
    from: new Date(wanted.from).toISOString(),
    to: new Date(wanted.to).toISOString(),
    at: new Date(now()).toISOString(),
    whole,
    keys: [...keys],
  });
  for await (const block of blocksOf(sql, wanted)) {
    if (whole) {
      lines++;
      yield line({
        type: 'block',
        checkpoint: block.checkpoint,
        entries: block.entries.toString('base64'),
      });
    }
    for await (const text of recordsOf(parts, wanted, block, counts)) {
      lines++;
      yield text;
    }
  }
  const unproven: Record<string, number> = {};
  for (const table of tables) {
    const all = await countOfRange(sql, table, wanted.participantId, wanted.from, wanted.to);
    unproven[table] = Math.max(0, all - counts[table]);
  }
  yield line({ type: 'end', lines: lines + 1, unproven });
}

const line = (value: JsonObject): string => `${JSON.stringify(value)}\n`;

async function* blocksOf(sql: Sql, { from, to }: ExportWanted): AsyncGenerator<Block> {
  let height = await heightAt(sql, from - CLOCK_MS);
  while (height !== undefined) {
    const page: Block[] = await blocksFrom(sql, height, BLOCKS);
    for (const block of page) {
      if (block.sealedAt > to + LAG_MS) return;
      yield block;
    }
    const last = page.at(-1);
    height = page.length === BLOCKS && last ? last.height + 1 : undefined;
  }
}

async function* recordsOf(
  { sql, receipt }: ExportParts,
  wanted: ExportWanted,
  block: Block,
  counts: Record<'interchange' | 'document', number>,
): AsyncGenerator<string> {
  const entries = readEntries(block.entries) ?? [];
  const proofs = new BlockProofs(block);
  for (const table of tables) {
    const ids = entries.flatMap((entry) => idWithin(entry, entryKinds[table].kind, wanted) ?? []);
    for (let at = 0; at < ids.length;) {
      const page = ids.slice(at, at + ROWS);
      const { seen, rows } = await exportedRows(sql, table, page, wanted.participantId, BYTES);
      at += Math.max(1, seen);
      for (const row of rows) {
        counts[table]++;
        yield* linesOf(table, row, proofs, table === 'interchange' ? receipt : () => undefined);
      }
    }
  }
}

function* linesOf(
  table: 'interchange' | 'document',
  { id, record, content }: ExportedRow,
  proofs: BlockProofs,
  receipt: (record: JsonObject) => string | undefined,
): Generator<string> {
  const proof = proofs.of(table, record);
  // A row that is no longer what was sealed is given all the same: whoever verifies shall see it.
  const given = proof ? { ...proof } : { type: 'unproven', kind: table, id, record };
  const signed = receipt(JSON.parse(record) as JsonObject);
  yield line({
    ...given,
    content: contentText(table, content),
    ...(signed === undefined ? {} : { receipt: signed }),
  });
}

function idWithin(
  { kind, subject }: Entry,
  wantedKind: number,
  { from, to }: ExportWanted,
): string | undefined {
  if (kind !== wantedKind) return undefined;
  const at = timeOfSubject(subject);
  return at < from || at >= to ? undefined : uuidText(subject);
}
