import { pathKey } from './locate.js';
import type { Path } from './path.js';
import type { ConditionPlan, RulePlan } from './plan.js';

/** The members of the document that a rule writes into. */
export const membersOf = (rule: RulePlan): readonly string[] => {
  if (rule.kind === 'fill') return [];
  const [member] = rule.to;
  return member === undefined ? (rule.kind === 'place' ? rule.rules.flatMap(membersOf) : []) : [member];
};

/** The place without which a rule does nothing. */
export function guardOf(rule: RulePlan): Path | undefined {
  switch (rule.kind) {
    case 'value':
      return rule.from.length === 1 && rule.default === undefined && !rule.required
        ? rule.from[0]
        : undefined;
    case 'list':
      return rule.required ? undefined : rule.each;
    case 'place':
      return rule.from ?? (rule.to.length > 0 ? commonGuard(rule.rules) : undefined);
    default:
      return undefined;
  }
}

/** Constants alone make no object, so that they need no place. */
function commonGuard(rules: readonly RulePlan[]): Path | undefined {
  const reading = rules.filter(({ kind, way }) => kind !== 'fill' && kind !== 'constant' && way !== 'write');
  const [first, ...others] = reading.map(guardOf);
  return first && others.every((guard) => guard && pathKey(guard) === pathKey(first)) ? first : undefined;
}

/** Whether a rule gives the same for every document of a message: all its paths begin at the message. */
export function isOfMessage(rule: RulePlan | undefined): boolean {
  if (!rule) return false;
  if (rule.when && !pathsOf(rule.when).every(({ absolute }) => absolute)) return false;
  switch (rule.kind) {
    case 'joined':
      return rule.places.every(({ absolute }) => absolute);
    case 'value':
      return rule.from.every(({ absolute }) => absolute);
    case 'list':
      return rule.each.absolute;
    case 'place':
      return rule.from ? rule.from.absolute : rule.rules.every(isOfMessage);
    default:
      return true;
  }
}

const pathsOf = (when: ConditionPlan): readonly Path[] => (when.kind === 'place' ? [when.path] : when.places);

export const itemIsValue = (rule: RulePlan): boolean =>
  rule.kind === 'place'
    ? rule.to.length === 0 && rule.rules.some(itemIsValue)
    : (rule.kind === 'value' || rule.kind === 'joined' || rule.kind === 'constant') && rule.to.length === 0;
