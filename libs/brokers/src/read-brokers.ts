import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import schema from '../../../schemas/brokers.schema.json' with { type: 'json' };
import { fail, ok, type Result } from '#kernel';
import {
  noBrokers,
  type BrokerCredentials,
  type BrokerKind,
  type BrokerSettings,
  type BrokerSetup,
  type BrokerSubscription,
  type BrokerTls,
} from './settings.js';
import { isTopic } from './topic.js';

/** schemas/brokers.schema.json as types. */
interface BrokersFile {
  readonly brokers: Readonly<Record<string, BrokerEntry>>;
  readonly subscriptions?: Readonly<Record<string, SubscriptionEntry>>;
}

interface BrokerEntry {
  readonly kind: BrokerKind;
  readonly urls: readonly string[];
  readonly credentials?: BrokerCredentials;
  readonly sasl?: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly tls?: BrokerTls;
  readonly exchange?: string;
  readonly stored: boolean;
}

type SubscriptionEntry = Omit<BrokerSubscription, 'name' | 'broker'> & { readonly broker: string };

const ajv = new Ajv2020({ allErrors: true, useDefaults: true });
const isBrokersFile = ajv.compile<BrokersFile>(schema);

const schemes: Readonly<Record<BrokerKind, readonly string[]>> = {
  nats: ['nats:', 'tls:'],
  rabbitmq: ['amqp:', 'amqps:'],
  kafka: [],
  mqtt: ['mqtt:', 'mqtts:'],
};

/** Members that brokers of one kind alone have. */
const members: Readonly<Record<string, BrokerKind>> = { exchange: 'rabbitmq', sasl: 'kafka' };

/**
 * The brokers of a node, complete and checked: credentials taken from the environment, certificates from their files.
 *
 * @param source a file as schemas/brokers.schema.json describes it, or its content; undefined: no brokers
 * @returns or all that is wrong, each with its place, in words fit for a log: no secret in them
 */
export function readBrokers(
  source: string | undefined,
  environment: NodeJS.ProcessEnv,
): Result<BrokerSetup, readonly string[]> {
  if (source === undefined) return ok(noBrokers);
  const file = read(source);
  if (!file.ok) return fail([file.error]);
  if (!isBrokersFile(file.value)) return fail(wordsOf(isBrokersFile.errors ?? []));
  const folder = source.trimStart().startsWith('{') ? '.' : dirname(source);
  const faults: string[] = [];
  const refuse = (place: string, reason: string): void => void faults.push(`${place}: ${reason}`);
  const brokers = new Map(
    Object.entries(file.value.brokers).map(([name, entry]) => [
      name,
      brokerOf(name, entry, environment, folder, refuse),
    ]),
  );
  const subscriptions = Object.entries(file.value.subscriptions ?? {}).flatMap(([name, entry]) => {
    const place = `subscriptions/${name}`;
    const broker = brokers.get(entry.broker);
    if (!broker) {
      refuse(place, `there is no broker ${entry.broker}; those there are: ${[...brokers.keys()].join(', ')}`);
      return [];
    }
    if (!isTopic(broker.kind, entry.topic))
      refuse(place, `"${entry.topic}" is no topic of ${broker.kind}, which has no wildcards here`);
    if (broker.kind === 'nats' && !broker.stored)
      refuse(place, `what is read from NATS must be in a stream: ${broker.name} says stored: false`);
    return [{ ...entry, name, broker }];
  });
  return faults.length > 0 ? fail(faults) : ok({ brokers, subscriptions });
}

function read(source: string): Result<unknown, string> {
  try {
    const text = source.trimStart().startsWith('{') ? source : readFileSync(source, 'utf8');
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch (error) {
    // The words of JSON.parse quote what they found, and a file that is not one of brokers may hold anything.
    const code = codeOf(error) ?? 'it is not JSON';
    return fail(`the file of the brokers cannot be read: ${code}`);
  }
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;

function wordsOf(errors: readonly ErrorObject[]): string[] {
  return errors
    .filter(({ propertyName }) => propertyName === undefined)
    .map(({ instancePath, message, params }) => {
      const place = instancePath.slice(1) || 'the file';
      if ('propertyName' in params)
        return `${place}: "${String(params['propertyName'])}" is no name: lower-case letters, digits and hyphens, 2 to 63`;
      const member = 'additionalProperty' in params ? ` (${String(params['additionalProperty'])})` : '';
      return `${place}: ${message ?? 'is not as it should be'}${member}`;
    });
}

type Refuse = (place: string, reason: string) => void;

function brokerOf(
  name: string,
  entry: BrokerEntry,
  environment: NodeJS.ProcessEnv,
  folder: string,
  refuse: Refuse,
): BrokerSettings {
  const place = `brokers/${name}`;
  const { kind, urls, sasl, exchange = '', stored } = entry;
  urls.forEach((url, index) => {
    const reason = urlReason(kind, url);
    if (reason !== undefined) refuse(`${place}/urls/${index}`, reason);
  });
  for (const [member, only] of Object.entries(members))
    if (member in entry && only !== kind) refuse(place, `${member} is for ${only}, not for ${kind}`);
  if (!stored && kind !== 'nats') refuse(place, `stored: false is for nats, not for ${kind}`);
  if (entry.credentials?.token !== undefined && kind !== 'nats')
    refuse(place, `credentials of ${kind} are a user name and a password, not a token`);
  if (kind === 'kafka' && entry.credentials && sasl === undefined)
    refuse(place, 'credentials of kafka need sasl');
  const credentials = entry.credentials && credentialsOf(entry.credentials, environment, place, refuse);
  const tls = entry.tls && tlsOf(entry.tls, folder, place, refuse);
  return {
    name,
    kind,
    urls,
    exchange,
    stored,
    ...(credentials ? { credentials } : {}),
    ...(tls ? { tls } : {}),
    ...(sasl === undefined ? {} : { sasl }),
  };
}

function urlReason(kind: BrokerKind, url: string): string | undefined {
  if (kind === 'kafka') return /^[A-Za-z0-9.-]+:\d{1,5}$/.test(url) ? undefined : 'is to be host:port';
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !schemes[kind].includes(parsed.protocol) || parsed.hostname === '')
    return `is to be a URL with ${schemes[kind].join(' or ')}`;
  if (parsed.username !== '' || parsed.password !== '')
    return 'must have no user name and no password: name the variables that hold them in credentials';
  return undefined;
}

function credentialsOf(
  named: BrokerCredentials,
  environment: NodeJS.ProcessEnv,
  place: string,
  refuse: Refuse,
): BrokerCredentials {
  return Object.fromEntries(
    Object.entries(named).map(([member, variable]: [string, string]) => {
      const value = environment[variable] ?? '';
      if (value === '')
        refuse(`${place}/credentials/${member}`, `the environment variable ${variable} is not set`);
      return [member, value];
    }),
  );
}

function tlsOf(files: BrokerTls, folder: string, place: string, refuse: Refuse): BrokerTls {
  return Object.fromEntries(
    Object.entries(files).map(([member, file]: [string, string]) => {
      try {
        return [member, readFileSync(resolve(folder, file), 'utf8')];
      } catch (error) {
        const code = codeOf(error) ?? 'unreadable';
        refuse(`${place}/tls/${member}`, `${file} cannot be read: ${code}`);
        return [member, ''];
      }
    }),
  );
}
