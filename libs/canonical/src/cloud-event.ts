import type { Envelope } from './envelope.js';
import { schemaIdOf } from './schemas.js';

/**
 * A document as a CloudEvents 1.0 event, JSON, structured mode. The body is put in as text, so that it is neither
 * parsed nor changed on its way. `time` is when the thing happened, else when the hub received it.
 *
 * @param envelope what is known about the document; becomes attributes (extension names are lower-case)
 * @param bodyText the document as JSON text
 * @returns the event as JSON text
 * @example
 * toCloudEvent(envelope, '{"moveKind":"load"}');
 * // {"specversion":"1.0","id":"…","type":"cn.tongguan.ContainerMove","source":"/nodes/dalian",…,"data":{"moveKind":"load"}}
 */
export function toCloudEvent(envelope: Envelope, bodyText: string): string {
  const attributes: Record<string, string | boolean | undefined> = {
    specversion: '1.0',
    id: envelope.id,
    type: `cn.tongguan.${envelope.type}`,
    source: `/nodes/${encodeURIComponent(envelope.originNode)}`,
    subject: envelope.subject || undefined,
    time: envelope.occurredAt ?? envelope.receivedAt,
    datacontenttype: 'application/json',
    dataschema: schemaIdOf(envelope.type),
    schemaversion: envelope.schemaVersion,
    sender: envelope.sender,
    receivedtime: envelope.receivedAt,
    interchangeid: envelope.interchangeId,
    interchangehash: envelope.interchangeSha256,
    supersedes: envelope.supersedes,
    replayed: envelope.replayed,
  };
  const head = JSON.stringify(attributes);
  return `${head.slice(0, -1)},"data":${bodyText}}`;
}
