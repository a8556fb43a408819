import { compileStructure, streamUnit, type StreamUnit } from '#syntax';
import type { DocumentMapping, MappingDefinition, Rule } from '#mapping';

/** How messages of a mapping can be read in parts: what is repeated in them, and what becomes of it. */
export interface PartPlan {
  readonly unit: StreamUnit;
  readonly type: string;
  /** Member of the document that lists the units; undefined where each of them is a document. */
  readonly list: string | undefined;
}

/**
 * A mapping of EDIFACT whose documents are the groups of one kind, or one document that lists them, and that looks at
 * no other unit when it reads one. Undefined for any other: its messages are read as a whole.
 */
export function partPlan({ syntax, options, documents }: MappingDefinition): PartPlan | undefined {
  const [document, ...others] = documents;
  if (syntax !== 'edifact' || !document || others.length > 0 || document.when) return undefined;
  if (options.structure === undefined || options.structures !== undefined) return undefined;
  const structure = compileStructure(options.structure);
  if (!structure.ok) return undefined;
  const places = new Map(structure.value.entries.map(({ group, position }) => [group?.name, position]));
  const [found] = unitsOf(document).toSorted(
    (a, b) => (places.get(b.group) ?? -1) - (places.get(a.group) ?? -1),
  );
  const unit = found && streamUnit(structure.value, found.group);
  return unit && { unit, type: document.type, list: found.list };
}

interface Unit {
  readonly group: string;
  readonly list: string | undefined;
}

/** Groups that the documents are, or that the document lists. Of several the last in the message is the one. */
function unitsOf({ each, rules }: DocumentMapping): readonly Unit[] {
  if (each !== '.') {
    const group = /^[A-Za-z]\w*/.exec(each)?.[0];
    return group !== undefined && !mentions(rules, `/${group}`) ? [{ group, list: undefined }] : [];
  }
  const units: Unit[] = [];
  for (const rule of rules) {
    const group = /^\/?([A-Za-z]\w*)$/.exec(rule.each ?? '')?.[1];
    const list = /^\/(\w+)$/.exec(rule.to ?? '')?.[1];
    if (group === undefined || list === undefined || rule.when) continue;
    const rest = rules.filter((one) => one !== rule);
    const alone = !mentions(rest, group) && !mentions(rule.rules ?? [], `/${group}`);
    if (alone && !rest.some(({ to }) => to === `/${list}`)) units.push({ group, list });
  }
  return units;
}

/** Whether a path of the rules goes through a group. */
function mentions(rules: readonly Rule[], group: string): boolean {
  const named = new RegExp(`(?:^|["/.])${group.replace('/', '/')}(?:["/[.]|$)`);
  return named.test(JSON.stringify(rules));
}
