import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBrokers } from './read-brokers.js';

const environment = { MQ_USER: 'dalian', MQ_PASSWORD: 'secret-of-the-queue' };
const port = {
  kind: 'rabbitmq',
  urls: ['amqps://mq.port.example/exchange'],
  credentials: { username: 'MQ_USER', password: 'MQ_PASSWORD' },
};
const reading = { broker: 'port', topic: 'port.in', participant: 'dl-port' };

function faultsOf(file: unknown): readonly string[] {
  const read = readBrokers(JSON.stringify(file), environment);
  return read.ok ? [] : read.error;
}

it('without a file there are none', () => {
  const read = readBrokers(undefined, {});
  expect(read).toMatchObject({ ok: true, value: { subscriptions: [] } });
});

it('a file is read with its credentials and its certificates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brokers-'));
  try {
    writeFileSync(join(folder, 'ca.pem'), 'the authority');
    const brokers = { port: { ...port, exchange: 'port', tls: { authority: 'ca.pem' } } };
    writeFileSync(
      join(folder, 'brokers.json'),
      JSON.stringify({ brokers, subscriptions: { 'port-in': reading } }),
    );
    const read = readBrokers(join(folder, 'brokers.json'), environment);
    if (!read.ok) throw new Error(read.error.join());
    expect(read.value.brokers.get('port')).toEqual({
      name: 'port',
      kind: 'rabbitmq',
      urls: ['amqps://mq.port.example/exchange'],
      exchange: 'port',
      stored: true,
      credentials: { username: 'dalian', password: 'secret-of-the-queue' },
      tls: { authority: 'the authority' },
    });
    expect(read.value.subscriptions).toMatchObject([
      { name: 'port-in', broker: { name: 'port' }, topic: 'port.in', ordered: true, prefetch: 50 },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each<[string, unknown, string[]]>([
  ['no broker', { brokers: {} }, ['brokers: must NOT have fewer than 1 properties']],
  [
    'a secret where a name belongs',
    { brokers: { port: { ...port, credentials: { username: 'MQ_USER', password: 'p@ss word' } } } },
    ['brokers/port/credentials/password: must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"'],
  ],
  [
    'a secret in a URL',
    { brokers: { port: { ...port, urls: ['amqps://dalian:secret@mq.port.example'] } } },
    [
      'brokers/port/urls/0: must have no user name and no password: name the variables that hold them in credentials',
    ],
  ],
  [
    'URLs of another kind',
    {
      brokers: {
        a1: { kind: 'nats', urls: ['amqp://127.0.0.1'] },
        b1: { kind: 'kafka', urls: ['kafka://127.0.0.1:9092'] },
        c1: { kind: 'mqtt', urls: ['nowhere'] },
      },
    },
    [
      'brokers/a1/urls/0: is to be a URL with nats: or tls:',
      'brokers/b1/urls/0: is to be host:port',
      'brokers/c1/urls/0: is to be a URL with mqtt: or mqtts:',
    ],
  ],
  [
    'a variable that is not set',
    { brokers: { port: { ...port, credentials: { username: 'MQ_USER', password: 'MQ_PASS' } } } },
    ['brokers/port/credentials/password: the environment variable MQ_PASS is not set'],
  ],
  [
    'a certificate that is not there',
    { brokers: { port: { ...port, tls: { authority: '/nowhere/ca.pem' } } } },
    ['brokers/port/tls/authority: /nowhere/ca.pem cannot be read: ENOENT'],
  ],
  [
    'members of another kind',
    {
      brokers: {
        a1: { kind: 'nats', urls: ['nats://127.0.0.1'], exchange: 'x' },
        b1: {
          kind: 'kafka',
          urls: ['127.0.0.1:9092'],
          credentials: { username: 'MQ_USER', password: 'MQ_PASSWORD' },
        },
        c1: { kind: 'mqtt', urls: ['mqtt://127.0.0.1'], credentials: { token: 'MQ_USER' }, stored: false },
      },
    },
    [
      'brokers/a1: exchange is for rabbitmq, not for nats',
      'brokers/b1: credentials of kafka need sasl',
      'brokers/c1: stored: false is for nats, not for mqtt',
      'brokers/c1: credentials of mqtt are a user name and a password, not a token',
    ],
  ],
  [
    'subscriptions of nothing, and of what cannot be',
    {
      brokers: { port, n1: { kind: 'nats', urls: ['nats://127.0.0.1'], stored: false } },
      subscriptions: {
        a1: { ...reading, broker: 'other' },
        b1: { ...reading, broker: 'n1', topic: 'port.>' },
      },
    },
    [
      'subscriptions/a1: there is no broker other; those there are: port, n1',
      'subscriptions/b1: "port.>" is no topic of nats, which has no wildcards here',
      'subscriptions/b1: what is read from NATS must be in a stream: n1 says stored: false',
    ],
  ],
  [
    'a name that is none',
    { brokers: { 'Port MQ': port } },
    ['brokers: "Port MQ" is no name: lower-case letters, digits and hyphens, 2 to 63'],
  ],
  [
    'a member that is not known',
    { brokers: { port: { ...port, password: 'secret-of-the-queue' } } },
    ['brokers/port: must NOT have additional properties (password)'],
  ],
])('%s is told, each at its place, and no secret with it', (_, file, faults) => {
  expect(faultsOf(file)).toEqual(faults);
  expect(faults.join()).not.toContain('secret-of-the-queue');
});

it('a file that is not there, or no JSON, is told without what is in it', () => {
  expect(readBrokers('/nowhere/brokers.json', {})).toEqual({
    ok: false,
    error: ['the file of the brokers cannot be read: ENOENT'],
  });
  expect(readBrokers('{ password: secret }', {})).toEqual({
    ok: false,
    error: ['the file of the brokers cannot be read: it is not JSON'],
  });
});
