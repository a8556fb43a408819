import type { Texts } from '#kernel';

/** One code, as a file of a code list says it. */
export interface CodeEntry {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** First day on which the code holds, `YYYY-MM-DD`. */
  readonly from?: string;
  /** Last day on which it holds. */
  readonly to?: string;
  /** The code to use where this one holds no more. */
  readonly instead?: string;
  /** Other spellings that mean the same. */
  readonly aliases?: readonly string[];
  /** UN/LOCODE: functions of the place, `1` port, `2` rail, `3` road, `4` airport, `5` post, `6` inland depot. */
  readonly use?: string;
  /** UN/LOCODE: the port that this code of an airport stands for in maritime messages. */
  readonly seaport?: string;
  /** The code that is often meant where this one is written. */
  readonly mistakenFor?: string;
}

/** A code list as data: schemas/code-list.schema.json. */
export interface CodeListFile {
  readonly id: string;
  readonly title: Texts;
  readonly note?: string;
  /** Pattern of the codes about which the list is complete: such a code that is not in it is unknown. Without: none. */
  readonly covers?: string;
  /** UN/EDIFACT 3055 of those that keep the list. A value said to be of another agency's list is not looked up. */
  readonly agencies?: readonly string[];
  readonly entries: readonly CodeEntry[];
}

/**
 * What a list says of a code on a day. `alias` is another spelling of the entry; `mistaken` is a code that exists and
 * cannot be meant here; `not-covered` is one that the list says nothing about.
 */
export type Standing =
  | {
      readonly is: 'known' | 'alias' | 'expired' | 'not-yet';
      readonly entry: CodeEntry;
      readonly instead?: CodeEntry;
    }
  | { readonly is: 'mistaken'; readonly entry: CodeEntry; readonly instead?: CodeEntry }
  | { readonly is: 'unknown' | 'not-covered' };

export interface CodeList {
  readonly id: string;
  readonly title: Texts;
  readonly note?: string;
  readonly agencies: ReadonlySet<string> | undefined;
  readonly entries: readonly CodeEntry[];
  /** @param on the day it is asked for, `YYYY-MM-DD`; without one no code is expired or not yet valid */
  lookup(code: string, on?: string): Standing;
}

export const unknownCode: Standing = { is: 'unknown' };
export const notCovered: Standing = { is: 'not-covered' };

/** What decides about a code that is not in the entries. */
export type Otherwise = (code: string, on: string | undefined) => Standing;

/** Without white space, in capitals: `cn dal` is CNDAL. */
export const plainCode = (code: string): string =>
  /[\s\p{Ll}]/u.test(code) ? code.replace(/\s/g, '').toUpperCase() : code;

/**
 * @param otherwise asked about what is not in the entries, before `covers` is
 */
export function compileCodeList(file: CodeListFile, otherwise?: Otherwise): CodeList {
  const { id, title, note, agencies, entries } = file;
  const byCode = new Map<string, Standing[]>();
  const add = (code: string, standing: Standing): void => {
    const before = byCode.get(code);
    if (before) before.push(standing);
    else byCode.set(code, [standing]);
  };
  for (const entry of entries) add(plainCode(entry.code), { is: 'known', entry });
  for (const entry of entries) {
    for (const alias of entry.aliases ?? []) add(plainCode(alias), { is: 'alias', entry });
  }
  const covers = file.covers === undefined ? undefined : new RegExp(file.covers, 'u');
  const find = (code: string | undefined): CodeEntry | undefined => {
    const [first] = code === undefined ? [] : (byCode.get(plainCode(code)) ?? []);
    return first && 'entry' in first ? first.entry : undefined;
  };
  const lookup = (code: string, on?: string): Standing => {
    const plain = plainCode(code);
    const standings = byCode.get(plain);
    if (standings) return standingOn(standings, on, find);
    const other = otherwise?.(plain, on);
    if (other && other.is !== 'not-covered') return other;
    return covers?.test(plain) ? unknownCode : notCovered;
  };
  return {
    id,
    title,
    agencies: agencies && new Set(agencies),
    entries,
    lookup,
    ...(note === undefined ? {} : { note }),
  };
}

/** Of several entries of one code the one that holds on the day; else what is wrong with the last of them. */
function standingOn(
  standings: readonly Standing[],
  on: string | undefined,
  find: (code: string | undefined) => CodeEntry | undefined,
): Standing {
  let wrong: Standing = unknownCode;
  for (const standing of standings) {
    if (!('entry' in standing)) continue;
    const { entry } = standing;
    const instead = find(entry.instead);
    if (on === undefined) return standing;
    if (entry.to !== undefined && on > entry.to)
      wrong = { is: 'expired', entry, ...(instead ? { instead } : {}) };
    else if (entry.from !== undefined && on < entry.from) wrong = { is: 'not-yet', entry };
    else return standing;
  }
  return wrong;
}
