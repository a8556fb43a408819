/** An event as a file: its content, its ending, and what its name is made of. */
export interface EventFile {
  readonly content: Buffer;
  readonly ending: string;
  readonly sender: string;
  readonly type: string;
}

interface EventHead {
  readonly sender?: unknown;
  readonly type?: unknown;
  readonly datacontenttype?: unknown;
  readonly data?: unknown;
  readonly data_base64?: unknown;
}

/**
 * An event that was written as a message of an adapter becomes that message and nothing around it, so that the
 * receiver's own system reads it; any other goes as the CloudEvent that it is.
 */
export function fileOf(event: string): EventFile {
  const head: EventHead = JSON.parse(event);
  const named = { sender: text(head.sender), type: text(head.type).replace(/^cn\.tongguan\./, '') };
  const ending = endings[text(head.datacontenttype)] ?? 'txt';
  if (typeof head.data_base64 === 'string')
    return { ...named, ending, content: Buffer.from(head.data_base64, 'base64') };
  if (typeof head.data === 'string') return { ...named, ending, content: Buffer.from(head.data) };
  return { ...named, ending: 'json', content: Buffer.from(event) };
}

/** Endings by media type; those of the adapters. */
export const endings: Readonly<Record<string, string>> = {
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/edifact': 'edi',
  'application/json': 'json',
  'text/csv': 'csv',
  'text/plain': 'txt',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
