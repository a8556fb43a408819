import type { Rule } from './definition.js';
import { compileCalculation } from './expression/calculation.js';
import { compileFormat } from './formats/format.js';
import { compileTogether, isTogether } from './formats/together.js';
import type { Join } from './join.js';
import type { CodesPlan, Common, ConstantPlan, FillPlan, JoinedPlan, ValuePlan } from './plan.js';
import { asList, isRepetition, type PlanCheck } from './plan-check.js';
import type { Path } from './path.js';

/** `from` and `to`. */
export function planValue(
  rule: Rule,
  common: Common,
  inItem: boolean,
  check: PlanCheck,
): ValuePlan | JoinedPlan | undefined {
  const at = common.rule;
  const sources = typeof rule.from === 'string' ? [rule.from] : asList<string>(rule.from);
  const from = sources.map((source) => check.valuePath(source, `${at}/from`));
  if (from.length === 0) check.shape('rule', at);
  const to = check.pointer(rule.to, at, inItem);
  const paths = from.filter((path) => path !== undefined);
  if (rule.way !== 'read' && paths.some(isRepetition)) return check.shape('repetition', `${at}/from`);
  const complete = paths.length === from.length;
  if (isTogether(rule.as)) {
    const join = compileTogether(rule.as, check.definition.zone);
    if (!join || paths.length !== 2 || rule.codes !== undefined) return check.shape('together', `${at}/as`);
    return to && { ...joined(rule, common, paths, join, undefined), to };
  }
  const format = compileFormat(rule.as, check.definition.zone);
  if ('unknown' in format) {
    check.add('MAPPING_FORMAT_UNKNOWN', `${at}/as`, { format: format.unknown });
    return undefined;
  }
  const codes = rule.codes === undefined ? undefined : check.table(rule.codes, at);
  if (!to || !complete) return undefined;
  return {
    kind: 'value',
    ...common,
    from: paths,
    to,
    pointer: rule.to ?? '',
    format,
    codes,
    default: rule.default,
    required: rule.required === true,
  };
}

/** `value`, `of` and `to`. */
export function planCalculation(
  rule: Rule,
  common: Common,
  inItem: boolean,
  check: PlanCheck,
): JoinedPlan | undefined {
  const at = common.rule;
  const to = check.pointer(rule.to, at, inItem);
  const named = check.named(rule.of, `${at}/of`);
  const format = compileFormat(rule.as, check.definition.zone);
  if ('unknown' in format) {
    check.add('MAPPING_FORMAT_UNKNOWN', `${at}/as`, { format: format.unknown });
    return undefined;
  }
  if (format.piece || format.dtm) return check.shape('pieces', `${at}/as`);
  const codes = rule.codes === undefined ? undefined : check.table(rule.codes, at);
  if (!to || !named) return undefined;
  const writes = rule.back !== undefined;
  if (!writes && common.way === 'write') return check.shape('backless', at);
  if (writes && common.way !== 'read' && named.places.some(isRepetition))
    return check.shape('repetition', `${at}/of`);
  const text = rule.codes !== undefined || format.codec !== undefined;
  const join = compileCalculation(rule.value ?? '', rule.back, named.names, { format, text });
  if (!join.ok) {
    if (join.error.code === 'back') return check.shape('back', `${at}/back`);
    check.add(join.error.code, at + join.error.at, join.error.values);
    return undefined;
  }
  const way = writes ? common.way : 'read';
  return { ...joined(rule, { ...common, way }, named.places, join.value, codes), to };
}

const joined = (
  rule: Rule,
  common: Common,
  places: readonly Path[],
  join: Join,
  codes: CodesPlan | undefined,
): Omit<JoinedPlan, 'to'> => ({
  kind: 'joined',
  ...common,
  places,
  join,
  pointer: rule.to ?? '',
  codes,
  default: rule.default,
  required: rule.required === true,
});

/** `const` or `param`, with `to` or `from`. */
export function planFixed(
  rule: Rule,
  common: Common,
  inItem: boolean,
  check: PlanCheck,
): ConstantPlan | FillPlan | undefined {
  const at = common.rule;
  if (rule.to !== undefined) {
    if (rule.const === undefined || rule.from !== undefined) return check.shape('rule', at);
    const to = check.pointer(rule.to, at, inItem);
    return to && { kind: 'constant', ...common, to, pointer: rule.to, value: rule.const };
  }
  if (typeof rule.from !== 'string') return check.shape('rule', at);
  const from = check.valuePath(rule.from, `${at}/from`);
  if (from && isRepetition(from)) return check.shape('repetition', `${at}/from`);
  const value = rule.param === undefined ? rule.const : rule.default;
  return (
    from && {
      kind: 'fill',
      ...common,
      from,
      value: value === undefined ? undefined : String(value),
      param: rule.param,
      required: rule.required === true,
      scalar: typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : undefined,
    }
  );
}
