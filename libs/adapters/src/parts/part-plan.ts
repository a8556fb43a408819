import { compileStructure, streamUnit, type StreamUnit, type StructureGroup, type UnitOf } from '#syntax';
import type { DocumentMapping, MappingDefinition, Rule } from '#mapping';

/** How messages of a mapping can be read in parts: what is repeated in them, and what becomes of it. */
export interface PartPlan {
  /** Name of the segment group. */
  readonly group: string;
  readonly unitOf: UnitOf;
  readonly type: string;
  /** Member of the document that lists the units; undefined where each of them is a document. */
  readonly list: string | undefined;
}

/**
 * A mapping of EDIFACT whose documents are the groups of one kind, or one document that lists them, and that looks at
 * no other unit when it reads one. Undefined for any other: its messages are read as a whole.
 */
export function partPlan(
  { syntax, options, documents }: MappingDefinition,
  wanted: string,
): PartPlan | undefined {
  const [document, ...others] = documents;
  if (syntax !== 'edifact' || !document || others.length > 0 || document.when) return undefined;
  const structure = compiled(options.structure);
  if (!structure) return undefined;
  const found = unitsOf(document).find(({ group }) => group === wanted);
  if (!found) return undefined;
  const { group, list } = found;
  const main = streamUnit(structure, group);
  const byRelease = new Map<string, StreamUnit | undefined>();
  for (const { releases, structure: notation } of options.structures ?? []) {
    const other = compiled(notation);
    for (const release of releases) byRelease.set(release, other && streamUnit(other, group));
  }
  const unitOf: UnitOf = (release) => (byRelease.has(release) ? byRelease.get(release) : main);
  return main && { group, unitOf, type: document.type, list };
}

function compiled(notation: string | undefined): StructureGroup | undefined {
  const structure = notation === undefined ? undefined : compileStructure(notation);
  return structure?.ok ? structure.value : undefined;
}

interface Unit {
  readonly group: string;
  readonly list: string | undefined;
}

/** Groups that the documents are, or that the document lists. */
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
  const named = new RegExp(`(?:^|["/.])${group.replace('/', '/')}(?:["/[.#]|$)`);
  return named.test(JSON.stringify(rules));
}
