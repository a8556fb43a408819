import { canonicalJson, type Json } from '#kernel';
import type { MappingChange } from './change.js';
import { changedMembers, membersOf, sentenceOf, type Members } from './members.js';
import { outOfOrder, pairUp, type Likeness } from './pairing.js';

/** Where two lists of rules stand. */
export interface RulePlaces {
  readonly before: string;
  readonly after: string;
}

/**
 * The differences of two lists of rules, each list's own rules compared within it. Rules are known by what they tie
 * together, not by their place: a rule put in between changes nothing about those after it.
 */
export function diffRules(
  before: readonly Members[],
  after: readonly Members[],
  places: RulePlaces,
): MappingChange[] {
  const { pairs, removed, added } = pairUp(before, after, likenesses);
  const moved = new Set(outOfOrder(pairs).map(([index]) => index));
  const at = (index: number): string => `${places.before}/${index}`;
  const to = (index: number): string => `${places.after}/${index}`;
  return [
    ...removed.map((index): MappingChange => {
      const name = ruleName(before[index] ?? {});
      return {
        kind: 'removed',
        part: 'rule',
        before: at(index),
        name,
        text: { zh: `删除规则 ${name}`, en: `Rule ${name} removed` },
      };
    }),
    ...pairs.flatMap(([old, now]) => {
      const [was, is] = [before[old] ?? {}, after[now] ?? {}];
      const inner = diffRules(rulesOf(was), rulesOf(is), {
        before: `${at(old)}/rules`,
        after: `${to(now)}/rules`,
      });
      return [...pairChanges(was, is, at(old), to(now), moved.has(old)), ...inner];
    }),
    ...added.map((index): MappingChange => {
      const name = ruleName(after[index] ?? {});
      return {
        kind: 'added',
        part: 'rule',
        after: to(index),
        name,
        text: { zh: `新增规则 ${name}`, en: `Rule ${name} added` },
      };
    }),
  ];
}

function pairChanges(
  was: Members,
  is: Members,
  before: string,
  after: string,
  moved: boolean,
): MappingChange[] {
  const members = changedMembers(was, is, ['rules']);
  const name = ruleName(is);
  const place = { part: 'rule', before, after, name } as const;
  const changes: MappingChange[] = [];
  if (members.length > 0) {
    const what = sentenceOf(members);
    const text = { zh: `修改规则 ${name}：${what}`, en: `Rule ${name} changed: ${what}` };
    changes.push({ ...place, kind: 'changed', members, text });
  }
  // Reading goes by names: the order of rules shows in what is written.
  if (moved && (was.way !== 'read' || is.way !== 'read')) {
    const text = {
      zh: `规则 ${name} 换了位置（影响写出顺序）`,
      en: `Rule ${name} moved: the order of writing`,
    };
    changes.push({ ...place, kind: 'moved', text });
  }
  return changes;
}

export const rulesOf = (holder: Members): Members[] =>
  Array.isArray(holder.rules) ? holder.rules.map(membersOf) : [];

/** `EQD.2.1 -> /container/number`; of a list `SEL[] -> /seals`. */
export function ruleName(rule: Members): string {
  const source =
    rule.each !== undefined
      ? `${text(rule.each)}[]`
      : rule.const !== undefined
        ? `"${text(rule.const)}"`
        : rule.param !== undefined
          ? `{${text(rule.param)}}`
          : text(rule.from);
  const target = rule.to ?? (rule.const !== undefined || rule.param !== undefined ? rule.from : undefined);
  const name = target === undefined ? source : `${source} -> ${text(target) || '.'}`;
  return name.trim() || '{}';
}

const text = (value: Json | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** What kind of rule it is: a value is never taken for a list of the same place. */
const kindOf = (rule: Members): string =>
  ['each', 'rules', 'const', 'param'].filter((member) => rule[member] !== undefined).join('+');

/** The members by which a rule is known; all must be there for the key to speak. */
const by =
  (...names: readonly string[]): Likeness<Members> =>
  (rule) => {
    const values = names.map((name) => rule[name]);
    return names.some((name) => rule[name] !== undefined && rule[name] !== '')
      ? `${kindOf(rule)} ${values.map((value) => canonicalJson(value)).join(' ')}`
      : undefined;
  };

const likenesses: readonly Likeness<Members>[] = [
  (rule) => canonicalJson(rule),
  by('to', 'from', 'each', 'const', 'param', 'way', 'when'),
  by('to', 'from', 'each', 'const', 'param'),
  by('to', 'when'),
  by('to'),
  by('from', 'each'),
  by('from'),
  by('each'),
];
