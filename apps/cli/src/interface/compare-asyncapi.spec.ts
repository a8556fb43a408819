import type { JsonObject } from '#kernel';
import { isBreaking } from './change.js';
import { compareAsyncApi } from './compare-asyncapi.js';

const thing = (more: JsonObject = {}, required: readonly string[] = ['id']): JsonObject => ({
  type: 'object',
  required,
  properties: { id: { type: 'string' }, name: { type: 'string', maxLength: 9 }, ...more },
});

interface Wishes {
  readonly schema?: JsonObject;
  readonly address?: string;
  readonly protocol?: string;
  readonly contentType?: string;
  readonly messages?: JsonObject;
  readonly action?: string;
  readonly method?: string;
  readonly query?: JsonObject;
  readonly headers?: JsonObject;
  readonly channels?: JsonObject;
}

/** A channel that gives things, and one that takes them. */
function events(wishes: Wishes = {}): JsonObject {
  const { address = '/v1/things', protocol = 'https', contentType = 'application/json' } = wishes;
  const messages = wishes.messages ?? { Thing: { $ref: '#/components/messages/Thing' } };
  const servers = [{ $ref: '#/servers/hub' }];
  return {
    servers: { hub: { host: 'x', protocol } },
    channels: wishes.channels ?? {
      out: { address, servers, messages },
      in: { address: 'in', servers, messages: { Thing: { $ref: '#/components/messages/Thing' } } },
    },
    operations: {
      give: {
        action: wishes.action ?? 'send',
        channel: { $ref: '#/channels/out' },
        bindings: { http: { method: wishes.method ?? 'GET', query: wishes.query ?? { type: 'object' } } },
      },
      take: { action: 'receive', channel: { $ref: '#/channels/in' } },
    },
    components: {
      messages: {
        Thing: {
          contentType,
          payload: { $ref: '#/components/schemas/Thing' },
          headers: wishes.headers ?? { type: 'object', required: ['id'], properties: { id: {} } },
        },
      },
      schemas: { Thing: wishes.schema ?? thing() },
    },
  };
}

function differences(wishes: Wishes): string[] {
  return compareAsyncApi({ before: events(), after: events(wishes) }).map(
    (change) => `${isBreaking(change) ? '!' : '+'} ${change.kind} ${change.at}`,
  );
}

it.each<[string, Wishes, string[]]>([
  ['nothing', {}, []],
  [
    'a channel that is gone',
    { channels: {} },
    ['! channel-removed channel out', '! channel-removed channel in'],
  ],
  ['a channel elsewhere', { address: '/v2/things' }, ['! channel-moved channel out']],
  ['another protocol', { protocol: 'mqtt' }, ['! channel-moved channel out', '! channel-moved channel in']],
  ['a message that is gone', { messages: {} }, ['! message-removed channel out Thing']],
  [
    'a new message',
    { messages: { Thing: { $ref: '#/components/messages/Thing' }, Lag: {} } },
    ['+ message-added channel out Lag'],
  ],
  ['another action', { action: 'receive' }, ['! channel-moved operation give']],
  ['another method', { method: 'POST' }, ['! channel-moved operation give']],
  [
    'a query that has to be given',
    { query: { type: 'object', required: ['x'], properties: { x: {} } } },
    ['! member-required operation give query /x', '+ member-added operation give query /x'],
  ],
  [
    'a header that need not be there any more',
    { headers: { type: 'object', properties: { id: {} } } },
    ['! member-optional channel out Thing headers /id'],
  ],
  [
    'another content type',
    { contentType: 'text/plain' },
    ['! content-type-changed channel out Thing', '! content-type-changed channel in Thing'],
  ],
  [
    'a new member',
    { schema: thing({ note: {} }) },
    ['+ member-added channel out Thing /note', '+ member-added channel in Thing /note'],
  ],
  // What is given may have less in it, and what is taken may ask for more.
  ['a member that need not be there', { schema: thing({}, []) }, ['! member-optional channel out Thing /id']],
  [
    'a member that has to be there',
    { schema: thing({}, ['id', 'name']) },
    ['! member-required channel in Thing /name'],
  ],
  [
    'a shorter text',
    { schema: thing({ name: { type: 'string', maxLength: 5 } }) },
    ['! bound-narrowed channel in Thing /name'],
  ],
  [
    'a longer text',
    { schema: thing({ name: { type: 'string', maxLength: 50 } }) },
    ['+ bound-widened channel out Thing /name', '+ bound-widened channel in Thing /name'],
  ],
])('%s', (_, wishes, changes) => {
  expect(differences(wishes).sort()).toEqual([...changes].sort());
});

it('reads a schema that stands within allOf as if it stood there itself', () => {
  const joined = { allOf: [{ $ref: '#/components/schemas/Base' }], properties: { name: { const: 'x' } } };
  const withBase = (required: readonly string[]): JsonObject => {
    const description = events({ schema: joined });
    const components = { ...Object(description['components']) };
    return {
      ...description,
      components: { ...components, schemas: { ...components.schemas, Base: thing({}, required) } },
    };
  };
  const changes = compareAsyncApi({ before: withBase(['id']), after: withBase([]) });
  expect(changes).toEqual([{ kind: 'member-optional', at: 'channel out Thing /id' }]);
});
