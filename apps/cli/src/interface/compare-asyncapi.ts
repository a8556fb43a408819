import type { Json, JsonObject } from '#kernel';
import type { Change } from './change.js';
import { SchemaComparison, type Direction, type Pair } from './compare-schemas.js';
import { listOf, namesOf, objectOf, resolved } from './json.js';

/** What is different between two descriptions of the events. */
export function compareAsyncApi(documents: Pair): Change[] {
  return new EventComparison(documents).changes();
}

class EventComparison {
  private readonly schemas: SchemaComparison;

  constructor(private readonly documents: Pair) {
    this.schemas = new SchemaComparison(documents);
  }

  changes(): Change[] {
    const { before, after } = this.documents;
    const [own, now] = [objectOf(before['channels']), objectOf(after['channels'])];
    return [
      ...namesOf(own, now).flatMap((name): Change[] => {
        const at = `channel ${name}`;
        if (!(name in own)) return [{ kind: 'channel-added', at }];
        if (!(name in now)) return [{ kind: 'channel-removed', at }];
        return this.channel({ before: objectOf(own[name]), after: objectOf(now[name]) }, name, at);
      }),
      ...this.operations(),
    ];
  }

  private channel(pair: Pair, name: string, at: string): Change[] {
    const { before, after } = pair;
    const direction = this.directionOf(name);
    const [own, now] = [objectOf(before['messages']), objectOf(after['messages'])];
    const moved =
      before['address'] !== after['address'] ||
      protocols(before, this.documents.before) !== protocols(after, this.documents.after);
    return [
      ...(moved ? [{ kind: 'channel-moved', at } as const] : []),
      ...namesOf(own, now).flatMap((message): Change[] => {
        const where = `${at} ${message}`;
        if (!(message in own)) return [{ kind: 'message-added', at: where }];
        if (!(message in now)) return [{ kind: 'message-removed', at: where }];
        return this.message(own[message], now[message], direction, where);
      }),
    ];
  }

  private message(
    before: Json | undefined,
    after: Json | undefined,
    direction: Direction,
    at: string,
  ): Change[] {
    const [own, now] = [resolved(before, this.documents.before), resolved(after, this.documents.after)];
    const [type, newType] = [own['contentType'], now['contentType']];
    return [
      ...(type === newType
        ? []
        : [{ kind: 'content-type-changed', at, detail: `${String(type)} → ${String(newType)}` } as const]),
      ...this.schemas.compare(own['payload'], now['payload'], direction, at),
      ...this.schemas.compare(own['headers'] ?? {}, now['headers'] ?? {}, direction, `${at} headers`),
    ];
  }

  private operations(): Change[] {
    const { before, after } = this.documents;
    const [own, now] = [objectOf(before['operations']), objectOf(after['operations'])];
    return namesOf(own, now).flatMap((name): Change[] => {
      const at = `operation ${name}`;
      if (!(name in own)) return [{ kind: 'operation-added', at }];
      if (!(name in now)) return [{ kind: 'operation-removed', at }];
      const [one, other] = [objectOf(own[name]), objectOf(now[name])];
      const [http, newHttp] = [httpOf(one), httpOf(other)];
      const moved =
        one['action'] !== other['action'] ||
        objectOf(one['channel'])['$ref'] !== objectOf(other['channel'])['$ref'] ||
        http['method'] !== newHttp['method'];
      return [
        ...(moved ? [{ kind: 'channel-moved', at } as const] : []),
        ...this.schemas.compare(http['query'] ?? {}, newHttp['query'] ?? {}, 'request', `${at} query`),
      ];
    });
  }

  /** `send`: the hub writes. A channel that nothing is said of is one that it writes to. */
  private directionOf(channel: string): Direction {
    const ofChannel = Object.values(objectOf(this.documents.before['operations'])).find(
      (one) => objectOf(objectOf(one)['channel'])['$ref'] === `#/channels/${channel}`,
    );
    return objectOf(ofChannel)['action'] === 'receive' ? 'request' : 'answer';
  }
}

const protocols = (channel: JsonObject, document: JsonObject): string =>
  listOf(channel['servers'])
    .map((one) => String(resolved(one, document)['protocol']))
    .join();

const httpOf = (operation: JsonObject): JsonObject => objectOf(objectOf(operation['bindings'])['http']);
