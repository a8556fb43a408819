import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import chinese from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import type { CodeEntry, CodeListFile } from './code-list.js';
import former from './customs-country-former.json' with { type: 'json' };

/** Names as the customs of China write them. */
const ownNames: Readonly<Record<string, string>> = {
  CN: '中国',
  HK: '中国香港',
  MO: '中国澳门',
  TW: '中国台湾',
};

/** Countries that ISO 3166-3 has withdrawn, with the last day of their code. */
const withdrawn: readonly CodeEntry[] = [
  { code: 'AN', zh: '荷属安的列斯', en: 'Netherlands Antilles', to: '2010-12-15', aliases: ['ANT', '530'] },
  {
    code: 'CS',
    zh: '塞尔维亚和黑山',
    en: 'Serbia and Montenegro',
    to: '2006-09-26',
    instead: 'RS',
    aliases: ['SCG', '891'],
  },
  { code: 'YU', zh: '南斯拉夫', en: 'Yugoslavia', to: '2003-07-23', instead: 'RS', aliases: ['YUG'] },
  { code: 'TP', zh: '东帝汶（旧）', en: 'East Timor', to: '2002-05-20', instead: 'TL', aliases: ['TMP'] },
  { code: 'ZR', zh: '扎伊尔', en: 'Zaire', to: '1997-07-14', instead: 'CD', aliases: ['ZAR'] },
];

/** What users may assign themselves (ISO 3166-1 §8.1.3) and what lists use for "none": nothing is said about it. */
const ours = '^(?!AA|ZZ|X[A-Z]|Q[M-Z]|EU)';

interface Country {
  readonly alpha2: string;
  readonly alpha3: string;
  readonly numeric: string;
  readonly zh: string;
  readonly en: string;
}

const countries: readonly Country[] = codes.map(([alpha2 = '', alpha3 = '', numeric = '']) => ({
  alpha2,
  alpha3,
  numeric,
  zh: ownNames[alpha2] ?? nameIn(chinese.countries, alpha2),
  en: nameIn(english.countries, alpha2),
}));

const byAlpha2: ReadonlyMap<string, Country> = new Map(countries.map((one) => [one.alpha2, one]));

/** ISO 3166-1: alpha-2, with alpha-3 and numeric as other spellings. */
export const countryFile: CodeListFile = {
  id: 'country',
  title: { zh: '国家和地区代码（ISO 3166-1）', en: 'codes of countries (ISO 3166-1)' },
  note: 'Alpha-2, alpha-3 and numeric codes; the names are those of the package i18n-iso-countries.',
  covers: `${ours}[A-Z0-9]+$`,
  entries: [
    ...countries.map(({ alpha2, alpha3, numeric, zh, en }) => ({
      code: alpha2,
      zh,
      en,
      aliases: [alpha3, numeric],
    })),
    ...withdrawn,
  ],
};

const formerEntries: readonly CodeEntry[] = former.entries.map((entry) => {
  const country = byAlpha2.get('country' in entry ? String(entry.country) : '');
  const zh = country?.zh ?? ('zh' in entry ? String(entry.zh) : entry.code);
  const en = country?.en ?? ('en' in entry ? String(entry.en) : entry.code);
  return { code: entry.code, zh, en, ...(country ? { instead: country.alpha3 } : {}) };
});

/** Former three-digit codes without an end; alpha-3 and alpha-2 are other spellings. */
export const formerCustomsCountryFile: CodeListFile = {
  id: former.id,
  title: former.title,
  note: former.note,
  covers: former.covers,
  entries: [
    ...formerEntries.map(({ instead, ...entry }) => {
      const alpha2 = countries.find(({ alpha3 }) => alpha3 === instead)?.alpha2;
      return { ...entry, ...(instead && alpha2 ? { aliases: [instead, alpha2] } : {}) };
    }),
  ],
};

/** Customs declarations have the three letters since 2018-08-01, and had three digits before. */
export const customsCountryFile: CodeListFile = {
  id: 'customs-country',
  title: { zh: '海关国别（地区）代码', en: 'customs codes of countries' },
  note: 'ISO 3166-1 alpha-3 since 2018-08-01; the former three-digit codes are known as expired.',
  covers: `${ours}[A-Z0-9]+$`,
  entries: [
    ...countries.map(({ alpha2, alpha3, zh, en }) => ({ code: alpha3, zh, en, aliases: [alpha2] })),
    ...formerEntries.map((entry) => ({ ...entry, to: '2018-07-31' })),
    { code: 'ZZZ', zh: '国（地）别不详', en: 'Country not known' },
  ],
};

function nameIn(names: Readonly<Record<string, string | readonly string[]>>, code: string): string {
  const name = names[code];
  if (typeof name === 'string') return name;
  return name?.[0] ?? code;
}
