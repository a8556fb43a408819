import type { Fault, JsonObject } from '#kernel';
import { isObject, parseObject } from '../json-object.js';
import type { PublicKeyLike } from '../node-key.js';
import { verifyReceipt } from '../receipt.js';
import { ChainReader } from './chain.js';
import {
  entryKinds,
  entryPrefix,
  isEntryKind,
  timeOfSubject,
  uuidBytes,
  uuidText,
  type Entry,
} from './entry.js';
import { chainFaults } from './faults.js';
import { verifyProof } from './proof.js';

/** `type` of the first line of an export. */
export const exportType = 'tongguan-export';

/** What was found in an export. */
export interface ExportSummary {
  readonly node: string;
  readonly from: string;
  readonly to: string;
  /** It has whole blocks: nothing that was sealed is left out. */
  readonly whole: boolean;
  readonly interchanges: number;
  readonly documents: number;
  readonly receipts: number;
  readonly blocks: number;
  /** Other nodes that have seen the history of some record. */
  readonly cosignedBy: readonly string[];
  /** Rows of that time that the node itself says it cannot prove yet. */
  readonly unproven: number;
}

/** Verifies an export line by line: what it keeps is bounded by one block. */
export class ExportReader {
  private header: { node: string; from: string; to: string; whole: boolean } | undefined;
  private readonly chain: ChainReader;
  private readonly counts = { interchange: 0, document: 0, receipts: 0, blocks: 0 };
  private readonly cosignedBy = new Set<string>();
  /** Of the block that was read last: what must follow it. */
  private readonly awaited = new Map<string, { readonly id: string; readonly kind: string }>();
  private unproven = 0;
  private lines = 0;
  private ended = false;

  /**
   * @param keys public keys of the node; those in the export are for information
   * @param peers those of other nodes: without them co-signatures do not count
   */
  constructor(
    private readonly keys: readonly PublicKeyLike[],
    private readonly peers: readonly PublicKeyLike[] = [],
  ) {
    this.chain = new ChainReader(keys, false);
  }

  next(text: string): Fault[] {
    this.lines++;
    const line = parseObject(Buffer.from(text));
    if (!line) return [this.malformed('JSON')];
    if (!this.header) return this.begin(line);
    if (this.ended) return [this.malformed('after end')];
    switch (line['type']) {
      case 'block':
        return [...this.lacking(), ...this.block(line)];
      case 'tongguan-evidence':
        return this.record(line);
      case 'unproven':
        return [this.changed(line)];
      case 'end':
        return [...this.lacking(), ...this.end(line)];
      default:
        return [this.malformed(String(line['type']))];
    }
  }

  /** After the last line. */
  finish(): { readonly summary: ExportSummary | undefined; readonly faults: readonly Fault[] } {
    const values = { expected: '?', found: this.lines };
    const faults = this.ended ? [] : [chainFaults.make('EVIDENCE_EXPORT_CUT', { values })];
    const { interchange, document, receipts, blocks } = this.counts;
    const summary = this.header && {
      ...this.header,
      interchanges: interchange,
      documents: document,
      receipts,
      blocks,
      cosignedBy: [...this.cosignedBy],
      unproven: this.unproven,
    };
    return { summary, faults };
  }

  private begin({ type, version, node, from, to, whole }: JsonObject): Fault[] {
    if (type !== exportType || version !== 1) return [this.malformed(exportType)];
    if (typeof node !== 'string' || typeof from !== 'string' || typeof to !== 'string')
      return [this.malformed('node, from, to')];
    this.header = { node, from, to, whole: whole === true };
    return [];
  }

  private block({ checkpoint, entries }: JsonObject): Fault[] {
    if (typeof checkpoint !== 'string' || typeof entries !== 'string') return [this.malformed('block')];
    this.counts.blocks++;
    const checked = this.chain.next({ checkpoint, entries: Buffer.from(entries, 'base64') });
    if (this.header?.whole) for (const entry of checked.entries) this.await(entry);
    return [...checked.faults, ...this.ofNode(checked.head?.node)];
  }

  private await({ kind, subject, bytes }: Entry): void {
    const name = (['interchange', 'document'] as const).find((one) => entryKinds[one].kind === kind);
    if (!name || !this.header) return;
    const at = timeOfSubject(subject);
    if (at < Date.parse(this.header.from) || at >= Date.parse(this.header.to)) return;
    const prefix = bytes.subarray(0, 2 + subject.length).toString('latin1');
    this.awaited.set(prefix, { id: uuidText(subject), kind: name });
  }

  private record(line: JsonObject): Fault[] {
    const proven = verifyProof(line, this.keys, { peers: this.peers });
    if (!proven.ok) return [proven.error];
    const { kind, record, head, content, cosigned } = proven.value;
    const id = String(record['id']);
    if (kind !== 'interchange' && kind !== 'document') return [this.malformed(kind)];
    this.counts[kind]++;
    this.awaited.delete(entryPrefix(kind, uuidBytes(id)).toString('latin1'));
    for (const { by } of cosigned) this.cosignedBy.add(by);
    return [
      ...(content ? [] : [this.malformed('content')]),
      ...this.ofNode(head.node),
      ...this.receipt(line['receipt'], record),
    ];
  }

  /** It must say of the message what the record says. */
  private receipt(receipt: unknown, record: JsonObject): Fault[] {
    if (receipt === undefined) return [];
    const claims = verifyReceipt(String(receipt), this.keys);
    if (!claims.ok) return [claims.error];
    this.counts.receipts++;
    const fits = claims.value['sub'] === record['id'] && claims.value['sha256'] === record['sha256'];
    return fits ? [] : [chainFaults.make('EVIDENCE_CONTENT_CHANGED', { values: { kind: 'receipt' } })];
  }

  private changed({ kind, id }: JsonObject): Fault {
    if (typeof kind === 'string' && isEntryKind(kind))
      this.awaited.delete(entryPrefix(kind, uuidBytes(String(id))).toString('latin1'));
    const height = this.chain.head?.height ?? '?';
    return chainFaults.make('EVIDENCE_ROW_CHANGED', {
      values: { table: String(kind), id: String(id), height },
    });
  }

  private lacking(): Fault[] {
    const height = this.chain.head?.height ?? 0;
    const faults = [...this.awaited.values()].map(({ kind, id }) =>
      chainFaults.make('EVIDENCE_EXPORT_LACKS', { values: { kind, id, height } }),
    );
    this.awaited.clear();
    return faults;
  }

  private end({ lines, unproven }: JsonObject): Fault[] {
    this.ended = true;
    if (isObject(unproven))
      for (const count of Object.values(unproven)) this.unproven += typeof count === 'number' ? count : 0;
    const values = { expected: String(lines), found: this.lines };
    return lines === this.lines ? [] : [chainFaults.make('EVIDENCE_EXPORT_CUT', { values })];
  }

  private ofNode(node: string | undefined): Fault[] {
    return node === undefined || node === this.header?.node ? [] : [this.malformed(`node ${node}`)];
  }

  private malformed(reason: string): Fault {
    return chainFaults.make('EVIDENCE_EXPORT_MALFORMED', { values: { line: this.lines, reason } });
  }
}
