import type { Operation } from './operation.js';
import { parameters, type Parameter } from './parameters.js';

/** The path of an operation with the examples of its parameters in it, and its query. */
export function examplePath(operation: Operation): string {
  const used = parametersOf(operation);
  const path = operation.path.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = used.find((one) => one.in === 'path' && one.name === name)?.example;
    return value === undefined ? whole : encodeURIComponent(String(value));
  });
  const query = used
    .filter((one) => one.in === 'query' && one.example !== undefined)
    .map((one) => `${one.name}=${encodeURIComponent(String(one.example))}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

export function exampleHeaders(operation: Operation): readonly (readonly [string, string])[] {
  return parametersOf(operation)
    .filter((one) => one.in === 'header' && one.example !== undefined)
    .map((one) => [one.name, String(one.example)] as const);
}

/** The example of an operation as a command line. TONGGUAN_URL and TONGGUAN_KEY are those of the command `tongguan`. */
export function curl(operation: Operation): string {
  const lines = [`curl${method(operation)} "$TONGGUAN_URL${examplePath(operation)}"`];
  if (operation.access !== 'open') lines.push('-H "Authorization: Bearer $TONGGUAN_KEY"');
  for (const [name, value] of exampleHeaders(operation)) lines.push(`-H '${name}: ${value}'`);
  const { body } = operation;
  if (body?.schema !== undefined) {
    lines.push("-H 'Content-Type: application/json'", `-d '${JSON.stringify(body.example)}'`);
  } else if (body) {
    lines.push("-H 'Content-Type: application/xml'", `--data-binary @${String(body.example)}`);
  }
  return lines.join(' \\\n  ');
}

export const parametersOf = (operation: Operation): readonly Parameter[] =>
  (operation.parameters ?? []).map((name): Parameter => parameters[name]);

/** Whether a query or header of the operation can be refused. */
export const hasQuery = (operation: Operation): boolean =>
  parametersOf(operation).some((one) => one.in === 'query');

const method = ({ method, body }: Operation): string =>
  method === 'get' || (method === 'post' && body) ? '' : ` -X ${method.toUpperCase()}`;
