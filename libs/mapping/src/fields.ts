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
}

/** All fields that a mapping reads or writes, for the screen of a mapping and for the test of the two-way law. */
export const fieldsOf = (document: DocumentPlan): readonly MappedField[] =>
  collect(document.rules, '', undefined);

function collect(
  rules: readonly RulePlan[],
  base: string,
  outer: 'read' | 'write' | undefined,
): MappedField[] {
  return rules.flatMap((rule): MappedField[] => {
    if (rule.kind === 'fill') return [];
    const way = rule.way ?? outer;
    const pointer = base + rule.pointer;
    if (rule.kind === 'list') return collect(rule.rules, `${pointer}/*`, way);
    if (rule.kind === 'place') return collect(rule.rules, pointer, way);
    if (rule.kind === 'constant') return [{ pointer, way: 'constant', required: false, rule: rule.rule }];
    return [{ pointer, way: way ?? 'both', required: rule.required, rule: rule.rule }];
  });
}
