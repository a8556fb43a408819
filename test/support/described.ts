import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonObject } from '#kernel';
import type { Answer } from './client.js';

interface Operation {
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, Response>>;
}
interface Response {
  readonly content?: Readonly<Record<string, { readonly schema?: JsonObject }>>;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly 'x-faults'?: readonly string[];
}
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation & { operationId: string }>>>>;
}

const id = 'https://tongguan.dev/openapi.json';

/** The committed description of the interface, held against the answers of a hub. */
export class Description {
  readonly #operations = new Map<string, Operation>();
  readonly #seen = new Set<string>();
  readonly #ajv = new Ajv2020({ allErrors: true, strict: false });
  readonly #checks = new Map<string, ValidateFunction>();

  constructor(file: URL) {
    const document: Described & object = JSON.parse(readFileSync(file, 'utf8'));
    addFormats.default(this.#ajv);
    this.#ajv.addSchema({ $id: id, ...document });
    for (const item of Object.values(document.paths))
      for (const operation of Object.values(item)) this.#operations.set(operation.operationId, operation);
  }

  /** Operations that no success was seen of. */
  get unseen(): string[] {
    return [...this.#operations.keys()].filter((name) => !this.#seen.has(name));
  }

  /** Operations of a chapter. */
  tagged(tag: string): string[] {
    return [...this.#operations].filter(([, { tags }]) => tags.includes(tag)).map(([name]) => name);
  }

  /** What an answer has that the description does not say of it; nothing when it is as described. */
  deviations(name: string, answer: Answer): unknown[] {
    const response = this.#operations.get(name)?.responses[String(answer.status)];
    if (!response) return [`${name} answers ${answer.status}: ${answer.text.slice(0, 500)}`];
    if (answer.status < 300) this.#seen.add(name);
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
    // A media range stands for whatever type the message is of.
    const media = response.content?.[type] ?? response.content?.['*/*'];
    if (!media) return [`${name} ${answer.status} is ${type}`];
    const schema = media.schema;
    const code = response['x-faults'] ? answer.at('/code') : undefined;
    return [
      ...(schema && type.endsWith('json') ? this.#errors(schema, answer) : []),
      ...(code !== undefined && !response['x-faults']?.includes(String(code))
        ? [`${name}: ${String(code)}`]
        : []),
    ];
  }

  #errors(schema: JsonObject, answer: Answer): unknown[] {
    const text = JSON.stringify(schema).replaceAll('"#/', `"${id}#/`);
    const check = this.#checks.get(text) ?? this.#ajv.compile(JSON.parse(text));
    this.#checks.set(text, check);
    return check(answer.json)
      ? []
      : (check.errors ?? []).map(({ instancePath, message, params }) => ({ instancePath, message, params }));
  }
}
