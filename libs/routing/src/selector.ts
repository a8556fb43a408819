import { loopOf, textOf as text, type ASTNode } from '#cel';
import { keyKind } from './key-kind.js';
import type { Subject } from './subject.js';

/**
 * What must be so for a condition to be true, as far as a table can look it up: one of these values stands in this
 * place of the subject. Only places that every subject has, so a subject without the value makes the condition
 * false and nothing else.
 */
export interface Selector {
  /** `type`, `sender`, or `key <kind>` */
  readonly place: string;
  readonly values: readonly string[];
}

/** The most selective of the terms that `&&` ties together: keys, then the sender, then the type. */
export function selectorOf(ast: ASTNode): Selector | undefined {
  const found = conjuncts(ast).flatMap((term) => fromComparison(term) ?? fromKeys(term) ?? []);
  return (
    found.find(({ place }) => place.startsWith('key ')) ??
    found.find(({ place }) => place === 'sender') ??
    found[0]
  );
}

/** The places of a subject with the values in them. */
export function* placesOf(subject: Subject): Generator<readonly [place: string, value: string]> {
  yield ['type', subject.type];
  yield ['sender', subject.sender.code];
  for (const { kind, value } of subject.keys) yield [`key ${kind}`, value];
}

const conjuncts = (node: ASTNode): ASTNode[] => (node.op === '&&' ? node.args.flatMap(conjuncts) : [node]);

/** `sender.code == "a"`, `type in ["a", "b"]` */
function fromComparison(node: ASTNode): Selector | undefined {
  const compared = comparison(node);
  if (!compared) return undefined;
  const { subject, values } = compared;
  if (subject.op === 'id' && subject.args === 'type') return { place: 'type', values };
  const isSender =
    subject.op === '.' &&
    subject.args[1] === 'code' &&
    subject.args[0].op === 'id' &&
    subject.args[0].args === 'sender';
  return isSender ? { place: 'sender', values } : undefined;
}

/** `"a" in keys.container`, `keys.container.exists(k, k == "a")` */
function fromKeys(node: ASTNode): Selector | undefined {
  if (node.op === 'in') {
    const kind = keyKind(node.args[1]);
    const value = text(node.args[0]);
    return kind !== undefined && value !== undefined ? { place: `key ${kind}`, values: [value] } : undefined;
  }
  const loop = node.op === 'rcall' && node.args[0] === 'exists' ? loopOf(node) : undefined;
  const kind = loop && keyKind(loop.over);
  const compared = loop?.body[0] && comparison(loop.body[0]);
  if (kind === undefined || compared?.subject.op !== 'id' || compared.subject.args !== loop?.variable)
    return undefined;
  return { place: `key ${kind}`, values: compared.values };
}

/** `x == "a"`, `"a" == x`, `x in ["a", "b"]`: what is compared and with which constants. */
function comparison(node: ASTNode): { subject: ASTNode; values: readonly string[] } | undefined {
  if (node.op !== '==' && node.op !== 'in') return undefined;
  const [left, right] = node.args;
  if (node.op === 'in') {
    const values = right.op === 'list' ? right.args.map(text) : [];
    return values.length > 0 && values.every((value) => value !== undefined)
      ? { subject: left, values }
      : undefined;
  }
  const [onLeft, onRight] = [text(left), text(right)];
  if (onRight !== undefined) return { subject: left, values: [onRight] };
  return onLeft === undefined ? undefined : { subject: right, values: [onLeft] };
}
