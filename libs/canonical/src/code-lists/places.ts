import {
  compileCodeList,
  notCovered,
  unknownCode,
  type CodeEntry,
  type CodeList,
  type CodeListFile,
} from './code-list.js';

const form = /^[A-Z]{2}[A-Z2-9]{3}$/;

/** User-assigned by UNECE: installations in international waters. */
const noCountry = new Set(['XZ']);

/** UN/LOCODE: of a place that the list does not have, form and country are looked at. */
export function placeList(file: CodeListFile, countries: CodeList): CodeList {
  return compileCodeList(file, (code, on) => {
    if (!form.test(code)) return notCovered;
    const country = code.slice(0, 2);
    if (noCountry.has(country)) return notCovered;
    return countries.lookup(country, on).is === 'unknown' ? unknownCode : notCovered;
  });
}

/**
 * The same places where only a port can be meant: the code of an airport is taken for the port that it stands for, and
 * one that has no port is mistaken. CNHLD is the airport of Hailar, and mostly written where Huludao, CNHUD, is meant.
 */
export function seaportList(places: CodeList): CodeList {
  const byCode: ReadonlyMap<string, CodeEntry> = new Map(places.entries.map((entry) => [entry.code, entry]));
  const find = (code: string | undefined): CodeEntry | undefined =>
    code === undefined ? undefined : byCode.get(code);
  return {
    ...places,
    id: 'seaport',
    title: { zh: '港口代码（UN/LOCODE）', en: 'ports of UN/LOCODE' },
    lookup(code, on) {
      const standing = places.lookup(code, on);
      if (standing.is !== 'known') return standing;
      const { entry } = standing;
      const port = find(entry.seaport);
      if (port) return { is: 'alias', entry: port };
      const meant = find(entry.mistakenFor);
      if (meant) return { is: 'mistaken', entry, instead: meant };
      return entry.use === '4' ? { is: 'mistaken', entry } : standing;
    },
  };
}
