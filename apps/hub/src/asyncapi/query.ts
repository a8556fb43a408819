import type { JsonObject } from '#kernel';
import { parameters, type Parameter, type ParameterName } from '../openapi/parameters.js';

/** The query of a request as the HTTP binding has it, of the parameters that the interface describes. */
export function queryOf(...names: readonly ParameterName[]): JsonObject {
  const used = names.map((name): Parameter => parameters[name]);
  return {
    type: 'object',
    properties: Object.fromEntries(
      used.map(({ name, schema, text }) => [name, { ...schema, description: `${text.zh} · ${text.en}` }]),
    ),
    additionalProperties: false,
  };
}
