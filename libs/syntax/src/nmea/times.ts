const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** AIS has been carried since 2000; a clock beyond these years is not set. */
export const plausible = (at: number): number | undefined => (at >= earliest && at < latest ? at : undefined);

/** `c:` of a tag block, a time in ISO 8601, seconds or milliseconds since 1970. */
export function timeOf(text: string): number | undefined {
  if (text === '') return undefined;
  const iso = /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,6})?)\s*(Z|[+-]\d\d:?\d\d)?/.exec(text);
  if (iso) {
    const [, date = '', time = '', zone = 'Z'] = iso;
    return plausible(
      Date.parse(`${date}T${time}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`),
    );
  }
  const unix = /(?:^|[,\\\s]|c:)(\d{10}|\d{13})(?:$|[,*\\\s.])/.exec(text)?.[1];
  return unix === undefined ? undefined : plausible(Number(unix) * (unix.length === 10 ? 1000 : 1));
}
