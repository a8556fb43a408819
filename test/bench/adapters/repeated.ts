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

/** Times that a vessel tells where it is before it tells anything else. */
const positions = 12;

/** Seconds between them: what a ship under way sends (ITU-R M.1371, table 1). */
const interval = 10;

/**
 * A log of so many vessels, each of which does what the case does. As in the log of a receiver, a vessel tells again and
 * again where it is, some way further each time, and seldom anything new: another status, or its voyage.
 */
export const sentences: Repeat = (text, times) => {
  const out: string[] = [];
  for (const message of messagesOf(text)) {
    for (let report = 0; report < (message.length > 1 ? 1 : positions); report++) {
      for (let vessel = 0; vessel < times; vessel++)
        out.push(...message.map((line) => sentenceOf(line, vessel, report)));
    }
  }
  return `${out.join('\n')}\n`;
};

/** The lines of each message: a voyage takes two. */
function messagesOf(text: string): readonly (readonly string[])[] {
  const messages: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    if (/VDM,\d,[2-9],/.test(line)) messages.at(-1)?.push(line);
    else if (line !== '') messages.push([line]);
  }
  return messages;
}

function sentenceOf(line: string, vessel: number, report: number): string {
  const found = /^\\(s:\w+),c:(\d{10})\*..\\!(AIVDM,\d,(\d),\d?,[AB],)([^,]*)(,\d)\*/.exec(line);
  if (!found) throw new Error(`not a sentence with its time: ${line}`);
  const [, source = '', time = '', head = '', part = '', payload = '', fill = ''] = found;
  const block = `${source},c:${Number(time) + report * interval}`;
  const moved = report === 0 ? payload : further(payload, report);
  const body = `${head}${part === '1' ? ofVessel(moved, vessel) : moved}${fill}`;
  return `\\${block}*${checksum(block)}\\!${body}*${checksum(body)}`;
}

/** Some seventieths of a minute of longitude further: the character with bits 78 to 83 of a position report. */
function further(payload: string, report: number): string {
  const at = 13;
  const unit = payload.charCodeAt(at) - 48;
  return `${payload.slice(0, at)}${characterOf((unit > 40 ? unit - 8 : unit) ^ report)}${payload.slice(at + 1)}`;
}

/** Three characters that are digits of the MMSI and nothing else (bits 18 to 35). */
const ofVessel = (payload: string, vessel: number): string =>
  `${payload.slice(0, 3)}${[1, vessel >> 6, vessel & 63].map(characterOf).join('')}${payload.slice(6)}`;

const characterOf = (value: number): string => String.fromCharCode(value + (value < 40 ? 48 : 56));

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
