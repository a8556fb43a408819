import { compileCodeList, type CodeList, type CodeListFile, type Standing } from './code-list.js';
import { containerTypes } from './container-types.js';
import { countryFile, customsCountryFile, formerCustomsCountryFile } from './countries.js';
import { currencyFile, customsCurrencyFile, formerCustomsCurrencyFile } from './currencies.js';
import customsContainerSize from './customs-container-size.json' with { type: 'json' };
import customsDistrict from './customs-district.json' with { type: 'json' };
import customsPackage from './customs-package.json' with { type: 'json' };
import customsTransportMode from './customs-transport-mode.json' with { type: 'json' };
import locode from './locode.json' with { type: 'json' };
import packageKind from './package-kind.json' with { type: 'json' };
import { placeList, seaportList } from './places.js';
import transportMode from './transport-mode.json' with { type: 'json' };

/** Files of the lists that come with this build, by id. */
const shipped: ReadonlyMap<string, CodeListFile> = new Map(
  [
    countryFile,
    customsCountryFile,
    formerCustomsCountryFile,
    currencyFile,
    customsCurrencyFile,
    formerCustomsCurrencyFile,
    locode,
    customsDistrict,
    packageKind,
    customsPackage,
    customsContainerSize,
    transportMode,
    customsTransportMode,
  ].map((file: CodeListFile) => [file.id, file]),
);

let lists = compileAll([]);

/** Every list by its id; a schema names one by `x-code-list`. */
export const codeLists = (): ReadonlyMap<string, CodeList> => lists;

/**
 * What a list says of a code. A list that is not there covers nothing.
 *
 * @param on the day it is asked for, `YYYY-MM-DD`
 * @example
 * lookupCode('customs-country', '142', '2020-01-01') // { is: 'expired', entry: { code: '142', … }, instead: { code: 'CHN', … } }
 * lookupCode('seaport', 'CNDLC') // { is: 'alias', entry: { code: 'CNDAL', … } }
 */
export function lookupCode(list: string, code: string, on?: string): Standing {
  return lists.get(list)?.lookup(code, on) ?? { is: 'not-covered' };
}

/** The code that the list itself writes for this one: its own for an alias, the next for an expired one. */
export function canonicalCode(list: string, code: string, on?: string): string | undefined {
  const standing = lookupCode(list, code, on);
  if (!('entry' in standing)) return undefined;
  return standing.is === 'expired' ? standing.instead?.code : standing.entry.code;
}

/**
 * Adds an operator's own lists: entries of a list that is there go before those that come with the build, and the
 * `covers` of the file, if it has one, replaces theirs. Called once at start, before the first document; each call
 * begins with the lists of the build again.
 */
export function installCodeLists(files: readonly CodeListFile[]): void {
  lists = compileAll(files);
}

function compileAll(added: readonly CodeListFile[]): ReadonlyMap<string, CodeList> {
  const files = new Map(shipped);
  for (const file of added) {
    const before = files.get(file.id);
    files.set(file.id, before ? extended(before, file) : file);
  }
  const compiled = new Map<string, CodeList>([[containerTypes.id, containerTypes]]);
  for (const [id, file] of files) if (id !== locode.id) compiled.set(id, compileCodeList(file));
  const countries = compiled.get(countryFile.id);
  const places = files.get(locode.id);
  if (countries && places) {
    const compiledPlaces = placeList(places, countries);
    compiled.set(compiledPlaces.id, compiledPlaces);
    compiled.set('seaport', seaportList(compiledPlaces));
  }
  return compiled;
}

/** Entries for codes that the operator says anew are his. */
function extended(before: CodeListFile, file: CodeListFile): CodeListFile {
  const own = new Set(file.entries.map(({ code }) => code));
  return {
    ...before,
    ...file,
    entries: [...file.entries, ...before.entries.filter(({ code }) => !own.has(code))],
  };
}
