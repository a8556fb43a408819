import { isDocumentType } from '#canonical';

/** Seconds by document type, as `Declaration=14400,PassengerList=1800`; undefined where it is no such list. */
export function secondsByType(value: string): ReadonlyMap<string, number> | undefined {
  const seconds = new Map<string, number>();
  for (const part of value.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const [, type = '', digits = ''] = /^(\w+)\s*=\s*(\d{1,8})$/.exec(part) ?? [];
    if (!isDocumentType(type)) return undefined;
    seconds.set(type, Number(digits));
  }
  return seconds;
}
