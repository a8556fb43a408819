import type { Diagnostics } from '../diagnostics.js';
import type { syntaxFaults } from '../faults.js';
import { EdifactNode } from './edifact-node.js';
import { scan } from './scan.js';
import { takes, type StructureEntry, type StructureGroup } from './structure.js';
import type { Token } from './tokenize.js';

interface Level {
  readonly node: EdifactNode;
  readonly group: StructureGroup;
  /** Where in the group the reading stands. */
  position: number;
  /** Whether the entry at `position` has been used, so that it may stand again only if it repeats. */
  used: boolean;
}

type Code = keyof typeof syntaxFaults.definitions;

/** What differs between the syntaxes that have groups. */
export interface GroupingStyle {
  readonly unknown: Code;
  readonly order: Code;
  make(kind: 'group' | 'segment', name: string, parent: EdifactNode, from: number, to: number): EdifactNode;
}

const edifactStyle: GroupingStyle = {
  unknown: 'SYNTAX_EDIFACT_UNKNOWN',
  order: 'SYNTAX_EDIFACT_ORDER',
  make: (kind, name, parent, from, to) => new EdifactNode(kind, name, parent, parent.source, from, to),
};

interface Odd {
  readonly code: Code;
  readonly segment: EdifactNode;
  readonly group: string;
  count: number;
}

/**
 * Puts the segments of one message into segment groups. First in the order of the structure, from the innermost open
 * group outwards; then in any order, as terminals write `RFF` behind `LOC`; and what no open group knows stays where it
 * stands. Nothing is lost, each oddity is told once for each group and tag.
 */
export class Grouping {
  private levels: Level[];
  private readonly odd = new Map<string, Odd>();

  constructor(
    message: EdifactNode,
    structure: StructureGroup,
    private readonly style: GroupingStyle = edifactStyle,
  ) {
    this.levels = [{ node: message, group: structure, position: 0, used: false }];
  }

  /** The node that the segment belongs into; a new one when the segment starts a group. */
  place(segment: Token): EdifactNode {
    for (let i = this.levels.length - 1; i >= 0; i--) {
      const level = this.levels[i];
      const entry = level && inOrder(level, segment);
      if (entry) return this.enter(i, entry, segment);
    }
    for (let i = this.levels.length - 1; i >= 0; i--) {
      const level = this.levels[i];
      const entry = level && anywhere(level, segment, i > 0);
      if (entry) return this.enter(i, entry, segment, this.style.order);
    }
    const top = this.levels[this.levels.length - 1];
    if (!top) throw new Error('a message without levels');
    return this.add(top, segment, this.style.unknown);
  }

  /** Closes all groups and tells what was odd. */
  finish(diagnostics: Diagnostics, bytes: (node: EdifactNode) => { from: number; to: number }): void {
    this.close(1);
    for (const { code, segment, group, count } of this.odd.values()) {
      diagnostics.add(code, {
        values: { tag: segment.name, group, count, contrl: '15' },
        place: { path: segment.name, span: bytes(segment) },
      });
    }
  }

  private enter(index: number, entry: StructureEntry, segment: Token, code?: Odd['code']): EdifactNode {
    this.close(index + 1);
    const level = this.levels[index];
    if (!level) throw new Error('no such level');
    if (entry.position >= level.position) {
      level.position = entry.position;
      level.used = true;
    }
    if (!entry.group) return this.add(level, segment, code);
    const { node } = level;
    const group = this.style.make('group', entry.group.name, node, segment.from, segment.to);
    node.push(group);
    const inner: Level = { node: group, group: entry.group, position: 0, used: true };
    this.levels.push(inner);
    return this.add(inner, segment, code);
  }

  private add(level: Level, { tag, from, to }: Token, code?: Odd['code']): EdifactNode {
    const { node } = level;
    const segment = this.style.make('segment', tag, node, from, to);
    node.push(segment);
    node.to = to;
    if (code) this.note(code, segment, level.group.name || 'message');
    return segment;
  }

  private close(depth: number): void {
    while (this.levels.length > depth) {
      const closed = this.levels.pop();
      const outer = this.levels[this.levels.length - 1];
      if (closed && outer) outer.node.to = closed.node.to;
    }
  }

  private note(code: Odd['code'], segment: EdifactNode, group: string): void {
    const key = `${code} ${group} ${segment.name}`;
    const known = this.odd.get(key);
    if (known) known.count++;
    else this.odd.set(key, { code, segment, group, count: 1 });
  }
}

/** The next entry in order for a tag. */
function inOrder(level: Level, token: Token): StructureEntry | undefined {
  const entries = level.group.byTag.get(token.tag);
  if (!entries) return undefined;
  for (const entry of entries) {
    if (entry.unread || (entry.qualifiers && !takes(entry, qualifierOf(level, token)))) continue;
    if (entry.position > level.position) return entry;
    if (entry.position === level.position && (entry.repeats || !level.used)) return entry;
  }
  return undefined;
}

/** Any entry for a tag. The trigger of an open group is left out: it starts another group of its kind. */
function anywhere(level: Level, token: Token, inner: boolean): StructureEntry | undefined {
  for (const entry of level.group.byTag.get(token.tag) ?? []) {
    if (entry.unread || (inner && entry.position === 0)) continue;
    if (!entry.qualifiers || takes(entry, qualifierOf(level, token))) return entry;
  }
  return undefined;
}

/** First component of the first element. Looked at only where the structure tells segments apart by it. */
function qualifierOf(level: Level, { from, to }: Token): string {
  const { source } = level.node;
  const found = scan(source, from, to, 1, 1, 1);
  return found ? source.text.slice(found.from, found.to) : '';
}
