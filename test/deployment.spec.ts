import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { settings } from '../apps/hub/src/settings.js';

const folder = fileURLToPath(new URL('../docs/deployment/', import.meta.url));
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const documentsOf = (file: string): unknown[] =>
  parseAllDocuments(readFileSync(folder + file, 'utf8'), { merge: true }).map((one) => {
    if (one.errors.length > 0) throw new Error(`${file}: ${String(one.errors[0])}`);
    return one.toJS();
  });
const at = (value: unknown, ...path: (string | number)[]): unknown =>
  path.reduce<unknown>(
    (inner, step) => (Array.isArray(inner) ? inner[Number(step)] : isObject(inner) ? inner[step] : undefined),
    value,
  );
const keysOf = (value: unknown): string[] => (isObject(value) ? Object.keys(value) : []);
const known = (names: readonly string[]): string[] => names.filter((name) => !(name in settings));

describe('compose.yaml', () => {
  const [compose] = documentsOf('compose.yaml');

  it.each(['gateway', 'worker'])('sets %s up by settings that the hub has', (service) => {
    const environment = at(compose, 'services', service, 'environment');
    expect(keysOf(environment)).toEqual(expect.arrayContaining(['NODE_CODE', 'DATABASE_URL', 'REDIS_URL']));
    expect(known(keysOf(environment))).toEqual([]);
    expect(at(compose, 'services', service, 'command')).toEqual(['--role', service]);
  });

  it('asks for nothing that the example of the environment leaves out', () => {
    const asked = [...readFileSync(`${folder}compose.yaml`, 'utf8').matchAll(/\$\{(\w+)/g)].map(
      ([, name]) => name,
    );
    const given = readFileSync(`${folder}city.env.example`, 'utf8').match(/^\w+(?==)/gm);
    expect(new Set(asked)).toEqual(new Set(given));
  });

  it('bounds the memory of every service', () => {
    const services = at(compose, 'services');
    expect(keysOf(services).filter((one) => at(services, one, 'mem_limit') === undefined)).toEqual([]);
  });
});

describe('Kubernetes', () => {
  const [kustomization] = documentsOf('kustomization.yaml');
  const resources = at(kustomization, 'resources');
  const manifests = Array.isArray(resources) ? resources.map(String).flatMap(documentsOf) : [];
  const kind = (name: string): unknown[] => manifests.filter((one) => at(one, 'kind') === name);

  it('takes in every manifest there is', () => {
    const files = readdirSync(`${folder}kubernetes`).map((one) => `kubernetes/${one}`);
    expect(new Set(files)).toEqual(new Set(Array.isArray(resources) ? resources : []));
  });

  it('sets the node up by settings that the hub has', () => {
    const literals = at(kustomization, 'configMapGenerator', 0, 'literals');
    const names = Array.isArray(literals) ? literals.map((one) => String(one).split('=')[0] ?? '') : [];
    expect(names).toContain('NODE_CODE');
    expect(known(names)).toEqual([]);
  });

  it.each(['gateway', 'worker'])('runs %s with probes that the hub answers', (role) => {
    const deployment = kind('Deployment').find((one) => at(one, 'metadata', 'name') === role);
    const hub = at(deployment, 'spec', 'template', 'spec', 'containers', 0);
    expect(at(hub, 'args')).toEqual(['--role', role]);
    expect(at(hub, 'livenessProbe', 'httpGet', 'path')).toBe('/healthz');
    expect(at(hub, 'readinessProbe', 'httpGet', 'path')).toBe('/readyz');
  });

  it('bounds the memory of every container', () => {
    const sets = [...kind('Deployment'), ...kind('StatefulSet')];
    expect(sets).toHaveLength(5);
    const limits = sets.map((one) =>
      at(one, 'spec', 'template', 'spec', 'containers', 0, 'resources', 'limits', 'memory'),
    );
    expect(limits.filter((one) => one === undefined)).toEqual([]);
  });
});

it.each(readdirSync(`${folder}postgres`))('postgres/%s is a script', (file) => {
  expect(execFileSync('bash', ['-n', `${folder}postgres/${file}`]).toString()).toBe('');
});
