import { canonicalJson } from '#kernel';
import type { CodeTables, MappingDefinition } from '../definition.js';
import type { ChangedPart, ChangeKind, MappingChange, MemberChange } from './change.js';
import { diffRules, rulesOf } from './diff-rules.js';
import { changedMembers, membersOf, sentenceOf, shown, token, type Members } from './members.js';
import { pairUp } from './pairing.js';

/** A mapping with its code tables: what is published together. */
export interface MappingSource {
  readonly definition: MappingDefinition;
  readonly codes: CodeTables;
}

/**
 * What is different between two mappings, as whoever reviews the second wants to read it: options, identity,
 * documents, rules known by what they tie together, codes one by one, examples by name. Definitions that differ in
 * nothing but the order of members do not differ.
 *
 * @example
 * diffMappings(published, draft).map(({ text }) => text.en);
 * // ['Rule DecHead/GrossWet -> /grossMass changed: required: ∅ → true', 'Code trafMode 9 added: pipeline']
 */
export function diffMappings(before: MappingSource, after: MappingSource): MappingChange[] {
  const [was, is] = [membersOf(before.definition), membersOf(after.definition)];
  return [
    ...diffFrame(was, is),
    ...diffOptions(membersOf(was.options), membersOf(is.options)),
    ...diffDocuments(listOf(was.documents), listOf(is.documents)),
    ...diffCodes(membersOf(before.codes), membersOf(after.codes)),
    ...diffExamples(listOf(was.examples), listOf(is.examples)),
  ];
}

const listOf = (value: unknown): Members[] => (Array.isArray(value) ? value.map(membersOf) : []);

const frameNames: Readonly<Record<string, string>> = {
  adapter: '适配器',
  version: '版本号',
  syntax: '语法',
  zone: '时区',
  identity: '报文标识',
};

function diffFrame(was: Members, is: Members): MappingChange[] {
  const others = ['options', 'documents', 'examples', '$schema'];
  return changedMembers(was, is, others).map((member) =>
    memberChange('frame', '', member, frameNames[member.member] ?? member.member, member.member),
  );
}

function diffOptions(was: Members, is: Members): MappingChange[] {
  return changedMembers(was, is).map((member) =>
    memberChange('option', '/options', member, `选项 ${member.member}`, `option ${member.member}`),
  );
}

function memberChange(
  part: ChangedPart,
  base: string,
  member: MemberChange,
  zh: string,
  en: string,
): MappingChange {
  const { before, after } = member;
  const kind: ChangeKind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const pointer = `${base}/${token(member.member)}`;
  const what = `${shown(before)} → ${shown(after)}`;
  return {
    kind,
    part,
    ...(before === undefined ? {} : { before: pointer }),
    ...(after === undefined ? {} : { after: pointer }),
    name: member.member,
    members: [member],
    text: { zh: `${zh}：${what}`, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}: ${what}` },
  };
}

function diffDocuments(was: readonly Members[], is: readonly Members[]): MappingChange[] {
  const { pairs, removed, added } = pairUp(was, is, [
    (one) => canonicalJson(one),
    ({ type, each, when }) => canonicalJson([type ?? null, each ?? null, when ?? null]),
    ({ type, each }) => canonicalJson([type ?? null, each ?? null]),
    ({ type }) => canonicalJson(type),
  ]);
  const whole = (kind: 'added' | 'removed', index: number, one: Members): MappingChange => {
    const name = `${shown(one.type)} (${shown(one.each)})`;
    const text =
      kind === 'added'
        ? { zh: `新增单证 ${name}`, en: `Document ${name} added` }
        : { zh: `删除单证 ${name}`, en: `Document ${name} removed` };
    const place = kind === 'added' ? { after: `/documents/${index}` } : { before: `/documents/${index}` };
    return { kind, part: 'document', ...place, name, text };
  };
  return [
    ...removed.map((index) => whole('removed', index, was[index] ?? {})),
    ...pairs.flatMap(([old, now]) => {
      const [a, b] = [was[old] ?? {}, is[now] ?? {}];
      const places = { before: `/documents/${old}`, after: `/documents/${now}` };
      const members = changedMembers(a, b, ['rules']);
      const name = shown(b.type);
      const what = sentenceOf(members);
      const text = { zh: `修改单证 ${name}：${what}`, en: `Document ${name} changed: ${what}` };
      const own: MappingChange[] =
        members.length > 0 ? [{ kind: 'changed', part: 'document', ...places, name, members, text }] : [];
      const inner = { before: `${places.before}/rules`, after: `${places.after}/rules` };
      return [...own, ...diffRules(rulesOf(a), rulesOf(b), inner)];
    }),
    ...added.map((index) => whole('added', index, is[index] ?? {})),
  ];
}

function diffCodes(was: Members, is: Members): MappingChange[] {
  const tables = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return tables.flatMap((table): MappingChange[] => {
    const pointer = `/${token(table)}`;
    const change = (kind: 'added' | 'removed', zh: string): MappingChange => ({
      kind,
      part: 'code-table',
      ...(kind === 'added' ? { after: pointer } : { before: pointer }),
      name: table,
      text: { zh: `${zh}代码表 ${table}`, en: `Code table ${table} ${kind}` },
    });
    if (was[table] === undefined) return [change('added', '新增')];
    if (is[table] === undefined) return [change('removed', '删除')];
    return changedMembers(membersOf(was[table]), membersOf(is[table])).map((member) =>
      codeChange(table, pointer, member),
    );
  });
}

function codeChange(table: string, pointer: string, member: MemberChange): MappingChange {
  const { before, after } = member;
  const name = `${table} ${member.member}`;
  const at = `${pointer}/${token(member.member)}`;
  const common = { part: 'code', name, members: [member] } as const;
  if (before === undefined) {
    const text = { zh: `新增代码 ${name}：${shown(after)}`, en: `Code ${name} added: ${shown(after)}` };
    return { ...common, kind: 'added', after: at, text };
  }
  if (after === undefined) {
    const text = { zh: `删除代码 ${name}（${shown(before)}）`, en: `Code ${name} removed: ${shown(before)}` };
    return { ...common, kind: 'removed', before: at, text };
  }
  const what = `${shown(before)} → ${shown(after)}`;
  const text = { zh: `修改代码 ${name}：${what}`, en: `Code ${name} changed: ${what}` };
  return { ...common, kind: 'changed', before: at, after: at, text };
}

function diffExamples(was: readonly Members[], is: readonly Members[]): MappingChange[] {
  const { pairs, removed, added } = pairUp(was, is, [
    (one) => canonicalJson(one),
    ({ name }) => canonicalJson(name),
  ]);
  const example = (
    kind: ChangeKind,
    zh: string,
    index: { before?: number; after?: number },
    one: Members,
    members?: readonly MemberChange[],
  ): MappingChange => ({
    kind,
    part: 'example',
    ...(index.before === undefined ? {} : { before: `/examples/${index.before}` }),
    ...(index.after === undefined ? {} : { after: `/examples/${index.after}` }),
    name: shown(one.name),
    ...(members ? { members } : {}),
    text: { zh: `${zh}示例 ${shown(one.name)}`, en: `Example ${shown(one.name)} ${kind}` },
  });
  return [
    ...removed.map((before) => example('removed', '删除', { before }, was[before] ?? {})),
    ...pairs.flatMap(([before, after]) => {
      const members = changedMembers(was[before] ?? {}, is[after] ?? {});
      return members.length > 0
        ? [example('changed', '修改', { before, after }, is[after] ?? {}, members)]
        : [];
    }),
    ...added.map((after) => example('added', '新增', { after }, is[after] ?? {})),
  ];
}
