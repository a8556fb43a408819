import type { Json } from '#kernel';
import type { LineageEntry } from '#mapping';
import type { JsonNode, JsonTree } from '#syntax';

interface Place {
  readonly path: string;
  readonly span: { readonly from: number; readonly to: number };
}

const text = { at: 'text' } as const;

/** Where a node stands; of a string what is between its quotes. */
const placeOf = (tree: JsonTree, node: JsonNode): Place => ({
  path: tree.path(node),
  span: tree.bytes(node.children.length === 0 ? node.valueSpan(text) : { from: node.from, to: node.to }),
});

/** Where what is at a JSON pointer below a node stands; for what is missing the object where it should stand. */
export function placeAt(tree: JsonTree, from: JsonNode, value: Json, pointer: string): Place {
  let node = from;
  let at: Json | undefined = value;
  let items: readonly JsonNode[] | undefined;
  for (const step of pointer.split('/').slice(1).map(unescaped)) {
    let next: JsonNode | undefined;
    if (Array.isArray(at)) {
      next = (items ?? node.children)[Number(step)];
      at = at[Number(step)];
    } else if (isObject(at)) {
      at = Object.hasOwn(at, step) ? at[step] : undefined;
      items = Array.isArray(at) ? node.named(step) : undefined;
      if (items) continue;
      next = node.first(step);
    }
    if (!next) break;
    node = next;
    items = undefined;
  }
  return placeOf(tree, items?.[0] ?? node);
}

/** Where each leaf of a document came from: node and value are walked together. */
export function lineageOf(tree: JsonTree, root: JsonNode, body: Json): LineageEntry[] {
  const entries: LineageEntry[] = [];
  const walk = (node: JsonNode | undefined, value: Json | undefined, pointer: string): void => {
    if (!node || value === undefined) return;
    if (Array.isArray(value)) {
      value.forEach((item, i) => walk(node.children[i], item, `${pointer}/${i}`));
    } else if (isObject(value)) {
      for (const [name, member] of Object.entries(value)) {
        const inner = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        if (!Array.isArray(member)) {
          walk(node.first(name), member, inner);
          continue;
        }
        const nodes = node.named(name);
        member.forEach((item: Json, i) => walk(nodes[i], item, `${inner}/${i}`));
      }
    } else {
      entries.push({ pointer, rule: '', ...placeOf(tree, node) });
    }
  };
  walk(root, body, '');
  return entries;
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

const isObject = (value: Json | undefined): value is { readonly [name: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
