import { containerCheckDigit } from '#canonical';

/**
 * Makes messages of a realistic size of our own cases: what a case has of a kind stands in it again and again, each time
 * with other numbers. The bytes of a case are taken as Latin-1, so that its charset stays what it is.
 */
export type Repeat = (text: string, times: number) => string;

/** Bills or containers of a flat file, each of which begins with a record of this id; the trailer counts all records. */
export const records =
  (first: string): Repeat =>
  (text, times) => {
    const lines = text.split(/\r?\n/).filter((line) => line !== '');
    const from = lines.findIndex((line) => line.startsWith(`${first}:`));
    const body = lines.slice(from, -1).join('\n');
    const bodies = Array.from({ length: times }, (_, round) => renumbered(body, round));
    const all = [...lines.slice(0, from), ...bodies.flatMap((one) => one.split('\n'))];
    return `${[...all, `99:${all.length + 1}'`].join('\n')}\n`;
  };

/** Rows below the column names; what has figures in these columns has others in each round. */
export const rows =
  (...columns: readonly number[]): Repeat =>
  (text, times) => {
    const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
    const numbered = (line: string, round: number): string =>
      line
        .split(',')
        .map((cell, at) => (columns.includes(at) && cell !== '' ? `${cell}-${round}` : cell))
        .join(',');
    const body = Array.from({ length: times }, (_, round) => lines.map((line) => numbered(line, round)));
    return `${[header, ...body.flat()].join('\n')}\n`;
  };

/** Vessels that take turns in a log: more than are near a port at a time are none. */
const vessels = 200;

/** AIS sentences, of another vessel each round and six hours later when it is its turn again. */
export const sentences: Repeat = (text, times) => {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  return Array.from({ length: times }, (_, round) =>
    lines.map((line) => `${sentenceOf(line, round)}\n`).join(''),
  ).join('');
};

function sentenceOf(line: string, round: number): string {
  const found = /^\\(s:\w+),c:(\d{10})\*..\\!(AIVDM,\d,(\d),\d?,[AB],)([^,]*)(,\d)\*/.exec(line);
  if (!found) throw new Error(`not a sentence with its time: ${line}`);
  const [, source = '', time = '', head = '', part = '', payload = '', fill = ''] = found;
  const block = `${source},c:${Number(time) + Math.floor(round / vessels) * 21_600}`;
  const body = `${head}${part === '1' ? ofVessel(payload, round % vessels) : payload}${fill}`;
  return `\\${block}*${checksum(block)}\\!${body}*${checksum(body)}`;
}

/** Three characters that are digits of the MMSI and nothing else (bits 18 to 35). */
function ofVessel(payload: string, vessel: number): string {
  const six = (value: number): string => String.fromCharCode(value + (value < 40 ? 48 : 56));
  return `${payload.slice(0, 3)}${six(1)}${six(vessel >> 6)}${six(vessel & 63)}${payload.slice(6)}`;
}

function checksum(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum ^= text.charCodeAt(at);
  return sum.toString(16).toUpperCase().padStart(2, '0');
}

/** Other numbers for the bills (eight figures) and containers (seven, the last being the check digit) of a shipping line. */
function renumbered(body: string, round: number): string {
  const known = new Map<string, string>();
  return body.replaceAll(/LNHU\d{7,8}/g, (number) => {
    let other = known.get(number);
    if (other === undefined) {
      const serial = `LNHU${String(round * 10 + known.size).padStart(6, '0')}`;
      other = number.length === 12 ? `${serial}26` : `${serial}${containerCheckDigit(`${serial}0`)}`;
      known.set(number, other);
    }
    return other;
  });
}
