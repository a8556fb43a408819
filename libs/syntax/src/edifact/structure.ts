import { fail, ok, type Fault, type Result } from '#kernel';
import { syntaxFaults } from '../faults.js';

/** One line of a segment group: a segment, or a group that a segment starts. */
export interface StructureEntry {
  readonly tag: string;
  /** Values of the first element that this entry is for; undefined: all. */
  readonly qualifiers: ReadonlySet<string> | undefined;
  /** The qualifiers are those that this entry is not for. */
  readonly except: boolean;
  readonly repeats: boolean;
  /** Only written: no segment is read into it. */
  readonly unread: boolean;
  /** Place among its siblings, from 0. */
  readonly position: number;
  readonly group: StructureGroup | undefined;
}

/** The segments of a message or of a segment group, in order. In a group the first entry is its trigger. */
export interface StructureGroup {
  readonly name: string;
  readonly entries: readonly StructureEntry[];
  readonly byTag: ReadonlyMap<string, readonly StructureEntry[]>;
}

/** Whether an entry is for a segment whose first element begins with this value. */
export function takes({ qualifiers, except }: StructureEntry, qualifier: string): boolean {
  return !qualifiers || qualifiers.has(qualifier) !== except;
}

/**
 * Compiles the notation of segment groups. `LOC(9,11)` is a LOC of these qualifiers, `LOC(!147)` one of any other;
 * `LOC()` is written and never read, where releases differ in what stands here.
 *
 * @example
 * compileStructure('BGM SG1=TDT*{LOC* DTM*} EQD*{RFF* LOC(9,11)*} CNT*')
 * // the second group, unnamed, is the second to appear: SG2
 */
export function compileStructure(
  notation: string,
  tags: RegExp = segmentTag,
): Result<StructureGroup, Fault[]> {
  const reader = new NotationReader(notation, tags);
  const group = reader.group('', undefined);
  if (reader.wrong) return fail([syntaxFaults.make('SYNTAX_EDIFACT_STRUCTURE', { values: reader.wrong })]);
  return ok(group);
}

/** Ids of records in flat files: two digits, and a few words. */
export const recordTag = /[A-Z0-9]{1,8}(?![A-Za-z0-9])/y;

const segmentTag = /[A-Z][A-Z0-9]{2}(?![A-Za-z0-9])/y;

/** Groups inside one another: the directories stay below ten. */
const maxDepth = 16;

class NotationReader {
  wrong: { at: number; expected: string } | undefined;
  private at = 0;
  private groups = 0;
  private depth = 0;

  constructor(
    private readonly notation: string,
    private readonly tags: RegExp,
  ) {}

  group(name: string, trigger: StructureEntry | undefined): StructureGroup {
    const entries: StructureEntry[] = trigger ? [trigger] : [];
    for (;;) {
      this.skip();
      if (this.wrong || this.at >= this.notation.length || this.notation[this.at] === '}') break;
      const entry = this.entry(entries.length);
      if (entry) entries.push(entry);
    }
    if (trigger === undefined && !this.wrong && this.at < this.notation.length)
      this.expect('a segment, not }');
    return grouped(name, entries);
  }

  private entry(position: number): StructureEntry | undefined {
    const named = this.match(/([A-Za-z][A-Za-z0-9_-]*)=/y)?.[1];
    const tag = this.match(this.tags)?.[0];
    if (tag === undefined) return this.expect('a segment tag');
    const list = this.match(/\(([^(){}]*)\)/y)?.[1];
    const unread = list?.trim() === '';
    const except = list?.startsWith('!') ?? false;
    const listed = unread ? undefined : except ? list?.slice(1) : list;
    const qualifiers =
      listed === undefined ? undefined : new Set(listed.split(',').map((value) => value.trim()));
    const repeats = this.match(/\*/y) !== undefined;
    if (this.match(/\{/y) === undefined) {
      return named === undefined
        ? { tag, qualifiers, except, repeats, unread, position, group: undefined }
        : this.expect('{');
    }
    const name = named ?? `SG${this.groups + 1}`;
    this.groups++;
    if (++this.depth > maxDepth) return this.expect('fewer groups inside one another');
    const group = this.group(name, {
      tag,
      qualifiers,
      except,
      repeats: false,
      unread: false,
      position: 0,
      group: undefined,
    });
    this.depth--;
    if (this.match(/\}/y) === undefined) return this.expect('}');
    return { tag, qualifiers, except, repeats, unread, position, group };
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.notation);
    if (found) this.at = pattern.lastIndex;
    return found ?? undefined;
  }

  private skip(): void {
    this.match(/\s+/y);
  }

  private expect(expected: string): undefined {
    this.wrong ??= { at: this.at + 1, expected };
    return undefined;
  }
}

function grouped(name: string, entries: readonly StructureEntry[]): StructureGroup {
  const byTag = new Map<string, StructureEntry[]>();
  for (const entry of entries) byTag.set(entry.tag, [...(byTag.get(entry.tag) ?? []), entry]);
  return { name, entries, byTag };
}
