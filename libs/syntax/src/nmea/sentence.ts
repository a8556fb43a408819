import { plausible, timeOf } from './times.js';

/** One line of a batch: a sentence of AIS (IEC 61162-1, `VDM` and `VDO`), with the time that stands beside it. */
export interface AisSentence {
  /** Sentences of one message: how many there are, and which this is. */
  readonly total: number;
  readonly number: number;
  /** What the sentences of one message have in common: talker, number of sentences, sequential message. */
  readonly group: string;
  /** Empty where the sentence does not say it. */
  readonly channel: string;
  /** Group and source of the tag block (IEC 61162-450 §7.2.3.4); undefined where it has none. */
  readonly tagGroup: string | undefined;
  readonly source: string | undefined;
  readonly payload: string;
  readonly fillBits: number;
  /** When it was received, in milliseconds, as far as the line says so. */
  readonly at: number | undefined;
  readonly from: number;
  readonly to: number;
}

/** Why a line is none, or nothing: comments and sentences of other instruments are passed over. */
export type OtherLine = 'nothing' | 'sentence' | 'checksum' | 'cut';

/** Time that another line says for the one after it. */
export interface TimeLine {
  readonly at: number;
}

const sentence = /[!$][A-Z]{2,}[^*\s]*/;

/** Takes a line apart that is not in the usual form. Tag blocks (IEC 61162-450 §7), times before and behind are understood. */
export function readLine(line: string, from: number): AisSentence | TimeLine | OtherLine {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return 'nothing';
  const found = sentence.exec(text);
  if (!found) return 'sentence';
  const [body] = found;
  const before = text.slice(0, found.index);
  const behind = text.slice(found.index + body.length);
  const isAis = /^![A-Z]{2}VD[MO],/.test(body);
  if (!isAis) return isGatehouse(body) ? timeOfGatehouse(body) : 'nothing';
  const checksum = /^\*([0-9A-Fa-f]{2})/.exec(behind)?.[1];
  if (checksum === undefined) return 'cut';
  if (parseInt(checksum, 16) !== checksumOf(body)) return 'checksum';
  const [, total, number, sequence = '', channel = '', payload = '', fill = '0'] = body.split(',');
  const parts = { total: Number(total), number: Number(number) };
  const right = parts.number >= 1 && parts.number <= parts.total && parts.total <= 9 && /^[0-5]$/.test(fill);
  if (!right) return 'sentence';
  const start = from + line.indexOf(body);
  return {
    ...parts,
    group: groupOf(body.slice(1, 6), parts.total, sequence),
    channel,
    ...tagsOf(before),
    payload,
    fillBits: Number(fill),
    at: timeOf(before) ?? timeOf(behind.slice(3)),
    from: start,
    to: start + body.length + 3,
  };
}

export const groupOf = (talker: string, total: number, sequence: string): string =>
  `${talker},${total},${sequence}`;

/** `\\g:1-2-11,s:DLVTS,c:1773270000*7B\\`: the third number of a group is its name, which all of its lines have. */
export function tagsOf(block: string): Pick<AisSentence, 'tagGroup' | 'source'> {
  return {
    tagGroup: /[\\,]g:\d+-\d+-(\d+)/.exec(block)?.[1],
    source: /[\\,]s:([^,*\\]+)/.exec(block)?.[1],
  };
}

/** XOR of everything between the mark and the asterisk. */
function checksumOf(body: string): number {
  let sum = 0;
  for (let at = 1; at < body.length; at++) sum ^= body.charCodeAt(at);
  return sum;
}

const isGatehouse = (body: string): boolean => body.startsWith('$PGHP,1,');

/** `$PGHP,1,year,month,day,hour,minute,second,millisecond,…` stands before the sentence that it is about. */
function timeOfGatehouse(body: string): TimeLine | 'nothing' {
  const numbers = body.split(',').slice(2, 9).map(Number);
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN, milli = NaN] = numbers;
  const at = plausible(Date.UTC(year, month - 1, day, hour, minute, second, milli));
  return at === undefined ? 'nothing' : { at };
}
