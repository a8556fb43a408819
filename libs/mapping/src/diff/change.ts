import type { Json, Texts } from '#kernel';

/** What a change is about. `frame` is what stands beside documents, options and examples: zone, identity, version … */
export type ChangedPart = 'frame' | 'option' | 'document' | 'rule' | 'code-table' | 'code' | 'example';

/** `moved`: the same rule at another place among its neighbours, which changes the order in which it is written. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** One difference between two mappings that means something to whoever reviews it. */
export interface MappingChange {
  readonly kind: ChangeKind;
  readonly part: ChangedPart;
  /** JSON pointer in the mapping before; absent for what was added. Of a code: in the code tables. */
  readonly before?: string;
  /** JSON pointer in the mapping after; absent for what was removed. */
  readonly after?: string;
  /** What it says for itself, for a rule in the form `from -> to`. */
  readonly name: string;
  /** The members that differ, with both values; a member that is not there is absent. */
  readonly members?: readonly MemberChange[];
  /** One sentence. */
  readonly text: Texts;
}

export interface MemberChange {
  readonly member: string;
  readonly before?: Json;
  readonly after?: Json;
}

/** How many of each kind. */
export type ChangeCounts = Readonly<Record<ChangeKind, number>>;

export function countChanges(changes: readonly MappingChange[]): ChangeCounts {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const { kind } of changes) counts[kind]++;
  return counts;
}
