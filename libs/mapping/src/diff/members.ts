import { canonicalJson, type Json } from '#kernel';
import type { MemberChange } from './change.js';

export type Members = Readonly<Record<string, Json | undefined>>;

/** Definitions are plain data: what is not an object has no members. */
export function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The members that differ, by name; those in `but` are compared elsewhere. */
export function changedMembers(before: Members, after: Members, but: readonly string[] = []): MemberChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => !but.includes(name) && !equal(before[name], after[name]))
    .map((member) => {
      const [was, is] = [before[member], after[member]];
      return {
        member,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      };
    });
}

/** An absent member and one that is null are two things here. */
function equal(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);
}

const longest = 60;

/** A value in a sentence. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return '∅';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** `as: decimal → integer; required: ∅ → true` */
export const sentenceOf = (members: readonly MemberChange[]): string =>
  members.map(({ member, before, after }) => `${member}: ${shown(before)} → ${shown(after)}`).join('; ');

/** A token of a JSON pointer (RFC 6901). */
export const token = (name: string): string => name.replace(/~/g, '~0').replace(/\//g, '~1');
