import type { Json } from '#kernel';
import type { Leaf } from '#syntax';
import { shown } from './convert.js';
import type { DraftNode } from './draft-node.js';
import { writeDtm } from './formats/dtm.js';
import type { Piece } from './formats/piece.js';
import { isBlank } from './locate.js';
import type { Path } from './path.js';
import type { JoinedPlan, ValuePlan } from './plan.js';
import type { Way } from './shape.js';
import type { WriteRun } from './writing.js';

/** What faults say of a rule; `rule` also tells apart what documents share. */
interface WrittenRule {
  readonly rule: string;
  readonly pointer: string;
}

const textLeaf: Leaf = { at: 'text' };

/** Compiles putting a text into its place: once for all that share it, and never over something else. */
export function compilePlace(
  path: Path,
  way: Way,
  rule: WrittenRule,
  piece: Piece | undefined,
): (text: Encoded, scope: DraftNode, run: WriteRun) => void {
  const leaf = path.leaf ?? textLeaf;
  const isShared = way.start !== 'scope' || way.up > 0;
  return (text, scope, run) => {
    if (isShared && !firstOfShared(run, run.owner(way, scope), rule, path.source, text.text)) return;
    if (isBlank(text.text)) return;
    const node = run.make(way, scope, run.message);
    const written = node.get(leaf);
    const whole = piece
      ? piece.put(written, text.text)
      : written === '' || written === text.text
        ? text.text
        : undefined;
    if (whole !== undefined) {
      node.set(leaf, whole);
      const { code } = text;
      if (code !== undefined && leaf.at === 'cell')
        node.set({ ...leaf, component: leaf.component + 1 }, code);
      return;
    }
    const values = { from: path.source, written: shown(written), value: shown(text.text) };
    run.fault('MAPPING_WRITE_CONFLICT', run.base + rule.pointer, values, path.source);
  };
}

export const isAbsent = (value: Json | undefined): value is null | '' | undefined =>
  value === undefined || value === null || value === '';

/** Tells of a value that the message cannot be without. */
export function needed(run: WriteRun, rule: ValuePlan | JoinedPlan, from: string): void {
  if (rule.required && rule.default === undefined)
    run.fault('MAPPING_WRITE_REQUIRED', run.base + rule.pointer, { from }, from);
}

/**
 * What stands outside of the document or item is written once for all that share it. All must say the same of it: were
 * it absent in one, reading would give it the value of the others.
 *
 * @param owner the node that the path starts at
 * @param text what is to be written; empty for nothing
 * @returns whether it is still to be written
 */
export function firstOfShared(
  run: WriteRun,
  owner: DraftNode,
  plan: WrittenRule,
  from: string,
  text: string,
): boolean {
  const written = run.shared(plan.rule, owner);
  if (written === undefined) run.share(plan.rule, owner, text);
  else if (written !== text) {
    const values = { from, written: shown(written), value: shown(text) };
    run.fault('MAPPING_WRITE_CONFLICT', run.base + plan.pointer, values, from);
  }
  return written === undefined;
}

export const nothing: Encoded = { text: '' };

/** The text of a value, and the format code of a DTM. */
export interface Encoded {
  readonly text: string;
  readonly code?: string;
}

export function compileEncode({ format, codes }: ValuePlan): (value: Json) => Encoded | undefined {
  const { codec, dtm, piece } = format;
  const plain = (value: Json): Encoded | undefined => {
    const text = codec ? codec.write(value) : typeof value === 'string' ? value : undefined;
    return text === undefined || piece?.fits(text) === false ? undefined : { text };
  };
  const encode = dtm
    ? (value: Json) => (typeof value === 'string' ? writeDtm(value, dtm.code, dtm.zone) : undefined)
    : plain;
  if (!codes) return encode;
  return (value) => encode(typeof value === 'string' ? (codes.toMessage.get(value) ?? value) : value);
}
