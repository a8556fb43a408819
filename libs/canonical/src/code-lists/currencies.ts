import currencies from 'currency-codes';
import type { CodeEntry, CodeListFile } from './code-list.js';
import changes from './currency-changes.json' with { type: 'json' };
import former from './customs-currency-former.json' with { type: 'json' };

const chinese = new Intl.DisplayNames(['zh-CN'], { type: 'currency' });

/** Spellings that are no codes of ISO 4217 and that everybody writes. */
const spellings: Readonly<Record<string, readonly string[]>> = { CNY: ['RMB', 'CNH'] };

const changed = new Set(changes.entries.map(({ code }) => code));

const entries: readonly CodeEntry[] = [
  ...currencies.data
    .filter(({ code }) => !changed.has(code))
    .map(({ code, number, currency }) => ({
      code,
      zh: chinese.of(code) ?? code,
      en: currency,
      aliases: [number, ...(spellings[code] ?? [])],
    })),
  ...changes.entries,
];

const byCode: ReadonlyMap<string, CodeEntry> = new Map(entries.map((entry) => [entry.code, entry]));

const formerEntries: readonly CodeEntry[] = former.entries.map(({ code, currency }) => ({
  code,
  zh: byCode.get(currency)?.zh ?? currency,
  en: byCode.get(currency)?.en ?? currency,
  instead: currency,
}));

/** ISO 4217: letters, with the number as another spelling. */
export const currencyFile: CodeListFile = {
  id: 'currency',
  title: { zh: '币制代码（ISO 4217）', en: 'codes of currencies (ISO 4217)' },
  note: 'Alphabetic and numeric codes of the package currency-codes, amended by what was withdrawn and added.',
  covers: '^(?!X[A-Z]{2}$)[A-Z0-9]+$',
  entries,
};

/** Former three-digit codes without an end; the letters are another spelling. */
export const formerCustomsCurrencyFile: CodeListFile = {
  id: former.id,
  title: former.title,
  note: former.note,
  covers: '^[A-Z]',
  entries: [
    ...formerEntries.map(({ instead: _, ...entry }) => entry),
    ...entries.map(({ aliases: _, ...entry }) => entry),
  ],
};

/** Customs declarations have the three letters since 2018-08-01, and had three digits before. */
export const customsCurrencyFile: CodeListFile = {
  id: 'customs-currency',
  title: { zh: '海关币制代码', en: 'customs codes of currencies' },
  note: 'ISO 4217 since 2018-08-01; the former three-digit codes are known as expired.',
  covers: '^[A-Z]',
  entries: [
    ...entries.map(({ aliases: _, ...entry }) => entry),
    ...formerEntries.map((entry) => ({ ...entry, to: '2018-07-31' })),
  ],
};
