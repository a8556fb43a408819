import type { Json } from '#kernel';
import type { DocumentPlan, RulePlan } from './plan.js';

/** One field of a document as a mapping knows it. */
export interface MappedField {
  /** JSON pointer in which the token `*` stands for every item of a list. */
  readonly pointer: string;
  /** `both`: what is written is read again. `constant`: the mapping itself says it. */
  readonly way: 'both' | 'read' | 'write' | 'constant';
  readonly required: boolean;
  /** The rule as a JSON pointer into the mapping. */
  readonly rule: string;
  /** The value of a constant. */
  readonly value?: Json;
  /** Pointers of the lists around it of which a message carries the first item only. */
  readonly single?: readonly string[];
}

/** All fields that a mapping reads or writes, for the screen of a mapping and for the test of the two-way law. */
export const fieldsOf = (document: DocumentPlan): readonly MappedField[] =>
  collect(document.rules, '', undefined);

function collect(
  rules: readonly RulePlan[],
  base: string,
  outer: 'read' | 'write' | undefined,
  single: readonly string[] = [],
): MappedField[] {
  const known = single.length > 0 ? { single } : {};
  return rules.flatMap((rule): MappedField[] => {
    if (rule.kind === 'fill') return [];
    const way = rule.way ?? outer;
    const pointer = base + rule.pointer;
    if (rule.kind === 'list') {
      const first = rule.each.steps.length === 0;
      return collect(rule.rules, `${pointer}/*`, way, first ? [...single, pointer] : single);
    }
    if (rule.kind === 'place') return collect(rule.rules, pointer, way, single);
    const { rule: at } = rule;
    if (rule.kind === 'constant')
      return [{ pointer, way: 'constant', required: false, rule: at, value: rule.value, ...known }];
    return [{ pointer, way: way ?? 'both', required: rule.required, rule: at, ...known }];
  });
}
