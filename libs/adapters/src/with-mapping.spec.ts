import type { MappingDefinition, Rule } from '#mapping';
import { adapters, createNormaliser, withMapping, type Adapter } from '#adapters';
import { casesOf } from './testing/cases.js';

function adapterOf(id: string): Adapter {
  const found = adapters.find((one) => one.id === id);
  if (!found) throw new Error(`there is no adapter ${id}`);
  return found;
}

function messageOf(id: string, name: string): Uint8Array {
  const found = casesOf(adapterOf(id)).find((one) => one.name === name);
  if (!found) throw new Error(`${id} has no case ${name}`);
  return found.bytes;
}

const declaration = adapterOf('customs/declaration-xml');
const { mapping, codes } = declaration;

/** The mapping with other rules for its first document. */
const ruled = (change: (rules: readonly Rule[]) => readonly Rule[]): MappingDefinition => ({
  ...mapping,
  documents: mapping.documents.map((one, index) =>
    index === 0 ? { ...one, rules: change(one.rules) } : one,
  ),
});

function changed(id: string, definition: MappingDefinition, version: string): readonly Adapter[] {
  const other = withMapping(adapterOf(id), definition, adapterOf(id).codes, version);
  if (!other.ok) throw new Error(JSON.stringify(other.error));
  return adapters.map((one) => (one.id === id ? other.value : one));
}

describe('an adapter with another mapping', () => {
  it('reads by it, and says so', () => {
    const more = ruled((rules) => [...rules, { const: 'tested', to: '/remarks', way: 'read' }]);
    const normaliser = createNormaliser(changed('customs/declaration-xml', more, '1.0.0+4'));
    const read = normaliser.normalise(messageOf('customs/declaration-xml', 'canonical-import-2018'), {});
    expect(read).toMatchObject({
      mappingVersion: '1.0.0+4',
      faults: [],
      documents: [{ body: { remarks: 'tested' } }],
    });
  });

  it('says also what read the message in an envelope', () => {
    const normaliser = createNormaliser(changed('customs/declaration-xml', mapping, '1.0.0+2'));
    const read = normaliser.normalise(messageOf('customs/dxp-envelope', 'canonical-declaration'), {});
    expect(read).toMatchObject({
      adapter: 'customs/dxp-envelope',
      mappingVersion: '1.0.0',
      inside: [{ adapter: 'customs/declaration-xml', version: '1.0.0+2' }],
    });
  });

  it.each<[string, unknown, string, string | undefined]>([
    [
      'of another adapter',
      { ...mapping, adapter: 'port/coarri-edifact' },
      'ADAPTER_MAPPING_OTHER',
      '/adapter',
    ],
    [
      'with a document type that there is not',
      { ...mapping, documents: [{ ...mapping.documents[0], type: 'Nothing' }] },
      'ADAPTER_MAPPING_TYPE',
      '/documents/0/type',
    ],
    [
      'with a rule that does not compile',
      ruled((rules) => [...rules, { from: 'DecHead/X[', to: '/x' }]),
      'MAPPING_PATH',
      `/documents/0/rules/${mapping.documents[0]?.rules.length}/from`,
    ],
    ['without documents', { ...mapping, documents: undefined }, 'ADAPTER_MAPPING_UNREADABLE', undefined],
    ['that is none', 'x', 'ADAPTER_MAPPING_UNREADABLE', undefined],
  ])('is not made for a mapping %s', (_, definition, code, pointer) => {
    const other = withMapping(declaration, definition as MappingDefinition, codes, '1');
    expect(other.ok ? [] : other.error).toEqual([
      expect.objectContaining({
        code,
        ...(pointer === undefined ? {} : { place: expect.objectContaining({ pointer }) }),
      }),
    ]);
  });
});
