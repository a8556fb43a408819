import type { Envelope } from './envelope.js';
import { schemaIdOf } from './schemas.js';

/**
 * A document as a CloudEvents 1.0 event, JSON, structured mode. The body is put in as text, so that it is neither
 * parsed nor changed on its way. `time` is when the thing happened, else when the hub received it.
 *
 * @param envelope what is known about the document; becomes attributes (extension names are lower-case)
 * @param bodyText the document as JSON text
 * @param written the document as a message instead, for who wants it so
 * @returns the event as JSON text
 * @example
 * toCloudEvent(envelope, '{"moveKind":"load"}');
 * // {"specversion":"1.0","id":"…","type":"cn.tongguan.ContainerMove","source":"/nodes/dalian",…,"data":{"moveKind":"load"}}
 */
export function toCloudEvent(
  envelope: Envelope,
  bodyText: string,
  written: Written | { fault?: string } = {},
): string {
  const attributes: Record<string, string | boolean | undefined> = {
    specversion: '1.0',
    id: envelope.id,
    type: `cn.tongguan.${envelope.type}`,
    source: `/nodes/${encodeURIComponent(envelope.originNode)}`,
    subject: envelope.subject || undefined,
    time: envelope.occurredAt ?? envelope.receivedAt,
    datacontenttype: 'mediaType' in written ? written.mediaType : 'application/json',
    dataschema: schemaIdOf(envelope.type),
    schemaversion: envelope.schemaVersion,
    sender: envelope.sender,
    receivedtime: envelope.receivedAt,
    interchangeid: envelope.interchangeId,
    interchangehash: envelope.interchangeSha256,
    supersedes: envelope.supersedes,
    replayed: envelope.replayed,
    formatfault: 'fault' in written ? written.fault : undefined,
  };
  const head = JSON.stringify(attributes).slice(0, -1);
  return 'mediaType' in written ? `${head},${dataOf(written)}}` : `${head},"data":${bodyText}}`;
}

/** A document written as a message of an adapter. */
export interface Written {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** As text where it is UTF-8, else as the bytes that it is (CloudEvents JSON format, section 3.1). */
function dataOf({ bytes }: Written): string {
  const text = textOf(bytes);
  if (text !== undefined) return `"data":${JSON.stringify(text)}`;
  return `"data_base64":"${Buffer.from(bytes).toString('base64')}"`;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
