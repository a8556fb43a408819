import type { Json, JsonObject } from '#kernel';
import type { Change } from './change.js';
import { SchemaComparison, type Direction, type Pair } from './compare-schemas.js';
import { listOf, namesOf, objectOf, resolved } from './json.js';

const methods = ['get', 'post', 'put', 'patch', 'delete'];
const roles = ['open', 'participant', 'administrator'];

/** What is different between two descriptions of the interface. */
export function compareOpenApi(documents: Pair): Change[] {
  return new InterfaceComparison(documents).changes();
}

class InterfaceComparison {
  private readonly schemas: SchemaComparison;

  constructor(private readonly documents: Pair) {
    this.schemas = new SchemaComparison(documents);
  }

  changes(): Change[] {
    return [
      ...this.operations('paths', 'request'),
      // Of a webhook the hub writes the request.
      ...this.operations('webhooks', 'answer'),
      ...this.documentBodies(),
    ];
  }

  private operations(chapter: 'paths' | 'webhooks', body: Direction): Change[] {
    const [own, now] = [objectOf(this.documents.before[chapter]), objectOf(this.documents.after[chapter])];
    return namesOf(own, now).flatMap((path) =>
      methods.flatMap((method): Change[] => {
        const before = objectOf(own[path])[method];
        const after = objectOf(now[path])[method];
        const at = chapter === 'paths' ? `${method.toUpperCase()} ${path}` : `webhook ${path}`;
        if (before === undefined) return after === undefined ? [] : [{ kind: 'operation-added', at }];
        if (after === undefined) return [{ kind: 'operation-removed', at }];
        return this.operation({ before: objectOf(before), after: objectOf(after) }, body, at);
      }),
    );
  }

  private operation(pair: Pair, body: Direction, at: string): Change[] {
    const { before, after } = pair;
    const [asked, asks] = [before['x-role'], after['x-role']].map((role) => roles.indexOf(String(role)));
    return [
      ...(before['operationId'] === after['operationId']
        ? []
        : [{ kind: 'operation-renamed', at, detail: `${String(before['operationId'])}` } as const]),
      ...((asks ?? 0) > (asked ?? 0) ? [{ kind: 'role-raised', at } as const] : []),
      ...this.parameters(pair, body, at),
      ...this.body(pair, body, at),
      ...(body === 'request' ? this.answers(pair, at) : []),
    ];
  }

  private parameters({ before, after }: Pair, direction: Direction, at: string): Change[] {
    const own = this.parametersOf(before, this.documents.before);
    const now = this.parametersOf(after, this.documents.after);
    const changes: Change[] = [];
    for (const [name, parameter] of own) {
      const other = now.get(name);
      const where = `${at} ${name}`;
      if (!other) changes.push({ kind: 'parameter-removed', at: where });
      else changes.push(...this.schemas.compare(parameter['schema'], other['schema'], direction, where));
    }
    for (const [name, parameter] of now) {
      const isNew = !own.has(name);
      const needs = parameter['required'] === true && direction === 'request';
      const where = `${at} ${name}`;
      if (needs && own.get(name)?.['required'] !== true)
        changes.push({ kind: 'parameter-required', at: where });
      else if (isNew) changes.push({ kind: 'parameter-added', at: where });
    }
    return changes;
  }

  private parametersOf(operation: JsonObject, document: JsonObject): ReadonlyMap<string, JsonObject> {
    const all = listOf(operation['parameters']).map((one) => resolved(one, document));
    return new Map(all.map((one) => [`${String(one['in'])} ${String(one['name'])}`, one]));
  }

  private body({ before, after }: Pair, direction: Direction, at: string): Change[] {
    const [own, now] = [objectOf(before['requestBody']), objectOf(after['requestBody'])];
    const where = `${at} ${direction === 'request' ? 'request' : 'event'}`;
    return [
      ...(direction === 'request' && now['required'] === true && own['required'] !== true
        ? [{ kind: 'body-required', at: where } as const]
        : []),
      ...this.content(own['content'], now['content'], direction, where),
    ];
  }

  private answers({ before, after }: Pair, at: string): Change[] {
    const [own, now] = [successes(before), successes(after)];
    return namesOf(own, now).flatMap((status): Change[] => {
      const where = `${at} answer ${status}`;
      if (!(status in own)) return [{ kind: 'status-added', at: where }];
      if (!(status in now)) return [{ kind: 'status-removed', at: where }];
      const [one, other] = [
        resolved(own[status], this.documents.before),
        resolved(now[status], this.documents.after),
      ];
      const gone = Object.keys(objectOf(one['headers'])).filter(
        (name) => !(name in objectOf(other['headers'])),
      );
      return [
        ...gone.map((name): Change => ({ kind: 'header-removed', at: `${where} ${name}` })),
        ...this.content(one['content'], other['content'], 'answer', where),
      ];
    });
  }

  private content(
    before: Json | undefined,
    after: Json | undefined,
    direction: Direction,
    at: string,
  ): Change[] {
    const [own, now] = [objectOf(before), objectOf(after)];
    return namesOf(own, now).flatMap((type): Change[] => {
      const where = `${at} ${type}`;
      if (!(type in own)) return Object.keys(own).length === 0 ? [] : [{ kind: 'media-added', at: where }];
      if (!(type in now)) return [{ kind: 'media-removed', at: where }];
      const [one, other] = [objectOf(own[type])['schema'], objectOf(now[type])['schema']];
      return one === undefined || other === undefined ? [] : this.schemas.compare(one, other, direction, at);
    });
  }

  /** Documents come in and go out: who sends them in the shared schema writes them, whoever receives them reads them. */
  private documentBodies(): Change[] {
    const bodies = (document: JsonObject): JsonObject =>
      objectOf(objectOf(objectOf(objectOf(document['components'])['schemas'])['Document'])['x-bodies']);
    const [own, now] = [bodies(this.documents.before), bodies(this.documents.after)];
    return namesOf(own, now).flatMap((type): Change[] => {
      const at = `document ${type}`;
      if (!(type in own)) return [{ kind: 'alternative-added', at }];
      if (!(type in now)) return [{ kind: 'member-removed', at }];
      return (['request', 'answer'] as const).flatMap((direction) =>
        this.schemas.compare(own[type], now[type], direction, `${at} ${direction}`),
      );
    });
  }
}

/** Problems are all of one schema, and may come from anywhere. */
const successes = (operation: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(objectOf(operation['responses'])).filter(([status, answer]) => {
      return /^[123]/.test(status) || !('x-faults' in objectOf(answer));
    }),
  );
