/** What the name of a dropped file is made of. */
export interface NamedEvent {
  readonly id: string;
  /** Code of the sender. */
  readonly sender: string;
  /** Document type. */
  readonly type: string;
  /** When the hub received it, Unix milliseconds. */
  readonly time: number;
}

/** Sender, type and time, as ports name their files, and the id of the document: it makes the name the event's own. */
export const standardFileName = '{sender}_{type}_{time}_{id}';

/** With an ending, and a prefix and suffix while it is written, a name stays within the 255 bytes of file systems. */
const MOST = 200;

/**
 * The name of an event's file without its ending. The same event has the same name, however often it is delivered.
 *
 * @param pattern see `destination-create.schema.json`
 * @example fileNameOf(event) // 'DALIAN-AGENT_DECLARATION_20261123091500_01a20989-d991-7000-b8d4-403b9caf8ac9'
 */
export function fileNameOf(event: NamedEvent, pattern: string = standardFileName): string {
  const values: Readonly<Record<string, string>> = {
    sender: plain(event.sender.toUpperCase()),
    type: plain(event.type.toUpperCase()),
    time: chinaTime(event.time),
    id: event.id,
  };
  const name = pattern.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
  return name.length > MOST ? event.id : name;
}

/** Participants of other nodes have an @ in their codes. */
const plain = (text: string): string => text.replace(/[^A-Za-z0-9._-]/g, '-');

/** `yyyyMMddHHmmss` in the time of China, which has no summer time: names are read by people in ports there. */
const chinaTime = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().replace(/[-:T]/g, '').slice(0, 14);
