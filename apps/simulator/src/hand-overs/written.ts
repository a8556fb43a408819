import { adapters, createNormaliser } from '#adapters';
import type { JsonObject } from '#kernel';

const normaliser = createNormaliser(adapters);

/** A message as its system writes it: agencies of the simulator know their own formats and nothing of the shared schema. */
export function written(adapter: string, type: string, body: JsonObject): Buffer {
  const message = normaliser.write(adapter, [{ type, body }]);
  if (!message.ok) throw new Error(message.error.map((fault) => `${fault.code} ${fault.text.en}`).join('\n'));
  return Buffer.from(message.value);
}

/** Local time of the province, UTC+8, `yyyy-MM-ddTHH:mm:ss`. */
export const provincialTime = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 19);
