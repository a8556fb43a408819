import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import inChinese from 'ajv-i18n/localize/zh/index.js';
import { fail, ok, type Fault, type Result } from '#kernel';
import { LineCounter, parseDocument } from 'yaml';
import { applyFaults } from './faults.js';

/** A set-up file as schemas/setup.schema.json has it, defaults filled in. */
export interface SetupFile {
  readonly participants: readonly WantedParticipant[];
  readonly keys: readonly WantedKey[];
  readonly destinations: readonly WantedDestination[];
  readonly agreements: readonly WantedAgreement[];
  readonly routes: readonly WantedRoute[];
}

export interface WantedParticipant {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly system?: string;
  readonly listed?: boolean;
  readonly gives?: readonly string[];
  readonly takes?: readonly string[];
  readonly state?: 'active' | 'suspended';
}

export interface WantedKey {
  readonly participant: string;
  readonly label: string;
  readonly role: string;
  readonly expiresAt?: string;
}

export interface WantedDestination {
  readonly participant: string;
  readonly code: string;
  readonly kind: string;
  readonly url?: string;
  readonly batchLimit?: number;
  readonly signature?: 'v1' | 'v1a';
  readonly timeout?: number;
  readonly ratePerSecond?: number;
  readonly urgent?: readonly string[];
  readonly filename?: string;
  readonly format?: string;
  readonly broker?: string;
  readonly topic?: string;
  readonly state?: 'active' | 'paused' | 'disabled';
}

export interface WantedAgreement {
  readonly owner: string;
  readonly consumer: string;
  readonly documentType: string;
  readonly condition?: string;
  readonly fields?: readonly string[];
  readonly personal?: boolean;
  readonly purpose: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly state?: 'granted' | 'suspended' | 'revoked';
}

export interface WantedRoute {
  readonly code: string;
  readonly documentType: string;
  readonly condition?: string;
  /** `participant/code` */
  readonly destination: string;
  readonly priority: number;
  readonly fallback: boolean;
  readonly state?: 'enabled' | 'disabled';
}

/** Aliases that a file may expand to at most: a few lines must not become gigabytes. */
const aliasLimit = 100;

/** Reads a set-up file; every violation is a fault, with the line where YAML itself is broken. */
export function parseSetup(text: string): Result<SetupFile, Fault[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    return fail(
      document.errors.map(({ message, pos }) =>
        applyFaults.make('SETUP_YAML_BROKEN', {
          values: { line: lines.linePos(pos[0]).line, reason: message },
        }),
      ),
    );
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: aliasLimit }) ?? {};
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail([applyFaults.make('SETUP_YAML_BROKEN', { values: { line: 1, reason } })]);
  }
  const faults = validate(value);
  if (faults.length > 0 || !isSetup(value)) return fail(faults);
  const repeated = repeats(value);
  return repeated.length > 0 ? fail(repeated) : ok(value);
}

const check = compile();
const isSetup = (value: unknown): value is SetupFile => check(value) === true;

function compile() {
  const ajv = new Ajv2020({ allErrors: true, useDefaults: true, strict: true });
  addFormats.default(ajv);
  for (let at = new URL('.', import.meta.url); at.pathname !== '/'; at = new URL('..', at)) {
    const file = new URL('schemas/setup.schema.json', at);
    if (existsSync(file)) return ajv.compile<SetupFile>(JSON.parse(readFileSync(file, 'utf8')));
  }
  throw new Error('schemas/setup.schema.json is missing');
}

function validate(value: unknown): Fault[] {
  if (check(value)) return [];
  const errors = check.errors ?? [];
  const english = errors.map(({ message }) => message ?? '');
  inChinese(errors);
  return errors.map((error, at) =>
    applyFaults.make('SETUP_FILE_INVALID', {
      place: { pointer: error.instancePath },
      values: {
        pointer: error.instancePath || '/',
        reason_zh: error.message ?? '',
        reason_en: english[at] ?? '',
        detail: JSON.stringify(error.params),
      },
    }),
  );
}

/** What names the entries of each list: the same name twice would make the outcome depend on their order. */
export const nameOf = {
  participants: (one: WantedParticipant) => one.code,
  keys: (one: WantedKey) => `${one.participant} ${one.label}`,
  destinations: (one: WantedDestination) => `${one.participant}/${one.code}`,
  agreements: (one: Pick<WantedAgreement, 'owner' | 'consumer' | 'documentType' | 'purpose'>) =>
    `${one.owner} → ${one.consumer} ${one.documentType} (${one.purpose})`,
  routes: (one: WantedRoute) => one.code,
};

function repeats(file: SetupFile): Fault[] {
  return [
    ...twice('participants', file.participants.map(nameOf.participants)),
    ...twice('keys', file.keys.map(nameOf.keys)),
    ...twice('destinations', file.destinations.map(nameOf.destinations)),
    ...twice('agreements', file.agreements.map(nameOf.agreements)),
    ...twice('routes', file.routes.map(nameOf.routes)),
  ];
}

function twice(list: string, names: readonly string[]): Fault[] {
  return names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [applyFaults.make('SETUP_NAMED_TWICE', { values: { name }, place: { pointer: `/${list}/${at}` } })],
  );
}
