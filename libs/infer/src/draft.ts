import type { CodeTables, Format, MappingDefinition, MappingOptions, Rule } from '#mapping';
import type { SyntaxName } from '#syntax';
import type { Assignment } from './assign.js';
import { codesFor } from './code-tables.js';
import { nodeOf } from './profile.js';
import type { Scored, Subject } from './score.js';
import { timeBeside, type TimeBeside } from './time-beside.js';
import { formatFor } from './value-types.js';

export interface DraftOptions {
  readonly adapter: string;
  readonly syntax: SyntaxName;
  readonly options: MappingOptions;
  /** What a place must reach to become a rule; below it is a note. */
  readonly threshold: number;
  /** Pointers that turned out not to take their values: notes too. */
  readonly refused: ReadonlySet<string>;
  /** Places that turned out to be none for a rule. */
  readonly left: ReadonlySet<string>;
  readonly identity: readonly string[];
}

export interface Draft {
  readonly definition: MappingDefinition;
  readonly codes: CodeTables;
  /** By path of the place the JSON pointer of its rule. */
  readonly rules: ReadonlyMap<string, string>;
}

interface Scope {
  readonly path: string;
  readonly list: string;
  readonly rules: Rule[];
  /** Place of its rules in the definition. */
  readonly pointer: string;
  /** A node that no sample shows twice, and that is an item of a list for all that. */
  readonly lone: boolean;
}

/** Local times of partners are of this zone unless they say another. */
const zone = '+08:00';

export function draftOf(subjects: readonly Subject[], assignment: Assignment, options: DraftOptions): Draft {
  const { each, type } = assignment;
  const codes: Record<string, Readonly<Record<string, string>>> = {};
  const top: Scope = { path: each, list: '', rules: [], pointer: '/documents/0/rules', lone: false };
  const scopes = new Map<string, Scope>([[each, top]]);
  const rules = new Map<string, string>();
  let timed = false;
  for (const subject of subjects) {
    const { place } = subject;
    const scored = assignment.chosen.get(place.path);
    const isRule =
      scored !== undefined &&
      scored.confidence >= options.threshold &&
      !options.refused.has(scored.target.pointer) &&
      !options.left.has(place.path);
    if (!isRule || !scored) continue;
    if (rules.has(place.path)) continue;
    const beside = timeBeside(subject, scored, subjects, assignment.chosen);
    const time = beside && !options.left.has(beside.subject.place.path) ? beside : undefined;
    const scope = inside(scopeOf(subject, assignment, scopes, top), subject, scored, scopes);
    const as = time ? together(subject, time) : formatOf(scored, subject);
    if (typeof as === 'object' && ('time' in as || 'together' in as)) timed = true;
    const table = codesFor(scored.target, place.values);
    if (table) codes[nameOf(scored.target.pointer)] = table;
    const from = [place, ...(time ? [time.subject.place] : [])].map(({ path, scopes: around }) =>
      pathIn(path, scope.path, scope.lone || around.includes(scope.path)),
    );
    scope.rules.push({
      from: time ? from : (from[0] ?? ''),
      to: scored.target.pointer.slice(scope.list.length),
      ...(as === undefined ? {} : { as }),
      ...(table ? { codes: nameOf(scored.target.pointer) } : {}),
      ...(scored.target.required && place.share === 1 ? { required: true } : {}),
      note: noteOf(scored),
    });
    const pointer = `${scope.pointer}/${scope.rules.length - 1}`;
    rules.set(place.path, pointer);
    if (time) rules.set(time.subject.place.path, pointer);
  }
  addNotes(subjects, assignment, rules, top);
  if (top.rules.length === 0) top.rules.push({ note: 'nothing · 无' });
  const { adapter, syntax, identity } = options;
  return {
    codes,
    rules,
    definition: {
      adapter,
      version: '0.1.0',
      syntax,
      options: options.options,
      ...(timed ? { zone } : {}),
      ...(identity.length > 0 ? { identity } : {}),
      documents: [{ type, each: each === '' ? '.' : each, rules: top.rules }],
    },
  };
}

/** The rules that a place's rule stands among, with the lists around it made where they are not yet. */
function scopeOf(
  { place }: Subject,
  { each, lists }: Assignment,
  scopes: Map<string, Scope>,
  top: Scope,
): Scope {
  let outer = top;
  for (const path of place.scopes) {
    if (path === each || (each !== '' && each.startsWith(`${path}/`))) continue;
    const known = scopes.get(path);
    if (known) {
      outer = known;
      continue;
    }
    const list = lists.get(path);
    if (list === undefined) continue;
    const rules: Rule[] = [];
    const to = list.slice(outer.list.length, -2);
    const inside = path.startsWith(`${outer.path}/`) || outer.path === '';
    outer.rules.push({ each: pathIn(path, outer.path, inside), to, rules });
    const made: Scope = {
      path,
      list,
      rules,
      pointer: `${outer.pointer}/${outer.rules.length - 1}/rules`,
      lone: false,
    };
    scopes.set(path, made);
    outer = made;
  }
  return outer;
}

/** The rules of the list around a value that is the only item of it. */
function inside(scope: Scope, { place }: Subject, { target }: Scored, scopes: Map<string, Scope>): Scope {
  if (target.list === scope.list) return scope;
  const path = nodeOf(place.path);
  const key = `${path} ${target.list}`;
  const known = scopes.get(key);
  if (known) return known;
  const rules: Rule[] = [];
  const each = pathIn(path, scope.path, scope.path === '' || path.startsWith(`${scope.path}/`));
  scope.rules.push({ each, to: target.list.slice(scope.list.length, -2), rules });
  const pointer = `${scope.pointer}/${scope.rules.length - 1}/rules`;
  const made: Scope = { path, list: target.list, rules, pointer, lone: true };
  scopes.set(key, made);
  return made;
}

/** A path from the message as one from a node: what stands outside of it begins at the message. */
function pathIn(path: string, scope: string, inside: boolean): string {
  if (scope === '') return path;
  if (!inside) return `/${path}`;
  const rest = path.slice(scope.length);
  if (rest === '') return '.';
  return rest.startsWith('/') ? rest.slice(1) : rest;
}

const together = ({ types }: Subject, { pattern }: TimeBeside): Format => ({
  together: [{ date: [...types.patterns] }, { time: pattern }],
});

function formatOf({ target }: Scored, { types, place }: Subject): Format | undefined {
  const format = formatFor(target.kind, types);
  if (/DTM(?:\[[^\]]*\])?\.1\.2$/.test(place.path) && format !== undefined) return { dtm: '203' };
  if (format !== undefined && format !== 'none') return format;
  const values = [...place.values.keys()];
  if (target.kind === 'containerNumber' && values.some((value) => /[\s-]/.test(value)))
    return { without: ' -' };
  if (target.kind === 'imoNumber' && values.every((value) => value.startsWith('UN'))) return { prefix: 'UN' };
  return undefined;
}

const nameOf = (pointer: string): string =>
  pointer
    .replace(/\/\*/g, '')
    .slice(1)
    .replace(/\/(\w)/g, (_, letter: string) => letter.toUpperCase());

const noteOf = ({ confidence, reasons }: Scored): string =>
  `${confidence.toFixed(2)} ${reasons.map(({ text }) => text.zh).join('；')}`;

/** Notes of one mapping: what is not a rule, with what it may be. */
const mostNotes = 500;

function addNotes(
  subjects: readonly Subject[],
  { candidates }: Assignment,
  rules: ReadonlyMap<string, string>,
  top: Scope,
): void {
  for (const { place } of subjects.filter(({ place: { path } }) => !rules.has(path)).slice(0, mostNotes)) {
    const [example = ''] = place.values.keys();
    const maybe = (candidates.get(place.path) ?? [])
      .slice(0, 3)
      .map(({ target, confidence }) => `${target.pointer} ${confidence.toFixed(2)}`);
    const what = maybe.length > 0 ? maybe.join(', ') : '—';
    top.rules.push({ note: `? ${place.path} (${example.slice(0, 40)}) → ${what}` });
  }
}
