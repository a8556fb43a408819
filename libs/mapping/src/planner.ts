import type { Fault } from '#kernel';
import type { SyntaxName } from '#syntax';
import type { CodeTables, DocumentMapping, MappingDefinition, Rule } from './definition.js';
import { isEnvelopeTag } from './locate.js';
import type { Common, DocumentPlan, ListPlan, PlacePlan, Plan, RulePlan } from './plan.js';
import { asList, isRecord, PlanCheck } from './plan-check.js';
import { planCondition } from './plan-condition.js';
import { maxRuleDepth } from './plan-shapes.js';
import { planCalculation, planFixed, planValue } from './plan-value.js';

/** Checks a definition wholly: all faults, each with its place as a JSON pointer into the mapping. */
export class Planner {
  private readonly check: PlanCheck;

  constructor(
    private readonly definition: MappingDefinition,
    syntax: SyntaxName,
    codes: CodeTables,
  ) {
    this.check = new PlanCheck(definition, syntax, codes);
  }

  get faults(): readonly Fault[] {
    return this.check.faults;
  }

  plan(): Plan {
    const { documents, identity } = this.definition;
    const list = asList<DocumentMapping>(documents);
    if (list.length === 0) this.check.shape('documents', '/documents');
    return {
      identity: asList<string>(identity).flatMap((source, i) => {
        const at = `/identity/${i}`;
        const path = this.check.valuePath(source, at);
        if (path && !path.absolute) this.check.shape('absolute', at);
        return path ? [path] : [];
      }),
      documents: list.flatMap((document, i) => this.document(document, `/documents/${i}`) ?? []),
    };
  }

  private document(document: DocumentMapping, at: string): DocumentPlan | undefined {
    const right = isRecord(document) && typeof document.type === 'string' && Array.isArray(document.rules);
    if (!right) return this.check.shape('document', at);
    const each = this.check.eachPath(document.each, `${at}/each`);
    const when = planCondition(document.when, at, this.check);
    const rules = this.rules(document.rules, at, 0, false);
    if (each && (each.up > 0 || (each.steps[0] && isEnvelopeTag(each.steps[0].name))))
      this.check.shape('each', `${at}/each`);
    return each && { type: document.type, each, when, rules };
  }

  private rules(rules: readonly Rule[], at: string, depth: number, inItem: boolean): RulePlan[] {
    if (depth > maxRuleDepth) {
      this.check.shape('depth', at);
      return [];
    }
    return rules.flatMap((rule, i) => this.rule(rule, `${at}/rules/${i}`, depth, inItem) ?? []);
  }

  private rule(rule: Rule, at: string, depth: number, inItem: boolean): RulePlan | undefined {
    const { check } = this;
    if (!isRecord(rule)) return check.shape('rule', at);
    if (rule.way !== undefined && rule.way !== 'read' && rule.way !== 'write')
      return check.shape('way', `${at}/way`);
    const strange = Object.keys(rule).find((name) => !members.has(name));
    if (strange !== undefined) return check.shape('member', `${at}/${strange}`);
    if (Object.keys(rule).every((name) => name === 'note') && rule.note !== undefined) return undefined;
    const has = (...names: readonly (keyof Rule)[]): boolean =>
      names.some((name) => rule[name] !== undefined);
    const common: Common = { rule: at, when: planCondition(rule.when, at, check), way: rule.way };
    if (has('rules')) {
      if (!Array.isArray(rule.rules) || has('const', 'param', 'value', 'of', 'back'))
        return check.shape('rule', at);
      return has('each') ? this.list(rule, common, depth) : this.place(rule, common, depth, inItem);
    }
    if (has('value', 'of', 'back')) {
      if (typeof rule.value !== 'string' || has('from', 'const', 'param', 'each'))
        return check.shape('rule', at);
      return planCalculation(rule, common, inItem, check);
    }
    if (has('const', 'param')) return planFixed(rule, common, inItem, check);
    return has('from') && has('to') ? planValue(rule, common, inItem, check) : check.shape('rule', at);
  }

  private list(rule: Rule, common: Common, depth: number): ListPlan | undefined {
    const at = common.rule;
    const each = this.check.eachPath(rule.each, `${at}/each`);
    const to = this.check.pointer(rule.to, at, false);
    const rules = this.rules(rule.rules ?? [], at, depth + 1, true);
    if (each && each.steps.length === 0 && each.source !== '.') this.check.shape('each', `${at}/each`);
    return (
      each &&
      to && {
        kind: 'list',
        ...common,
        each,
        to,
        pointer: rule.to ?? '',
        required: rule.required === true,
        rules,
      }
    );
  }

  private place(rule: Rule, common: Common, depth: number, inItem: boolean): PlacePlan | undefined {
    const at = common.rule;
    if (typeof rule.from !== 'string' && rule.from !== undefined) return this.check.shape('rule', at);
    if (rule.from === undefined && rule.to === undefined) return this.check.shape('rule', at);
    const from = rule.from === undefined ? undefined : this.check.nodePath(rule.from, `${at}/from`);
    const to = rule.to === undefined ? [] : this.check.pointer(rule.to, at, true);
    const rules = this.rules(rule.rules ?? [], at, depth + 1, inItem && rule.to === undefined);
    if (rule.from !== undefined && !from) return undefined;
    return to && { kind: 'place', ...common, from, to, pointer: rule.to ?? '', rules };
  }
}

/** A misspelt member would be a rule that silently does something else. */
const members: ReadonlySet<string> = new Set<keyof Rule>([
  'from',
  'to',
  'value',
  'of',
  'back',
  'each',
  'rules',
  'when',
  'as',
  'codes',
  'default',
  'required',
  'const',
  'param',
  'way',
  'note',
]);
