import { adapters, failingExamples, tryMessage, withMapping, type Adapter } from '#adapters';
import type { MappingDefinition, Rule } from '#mapping';
import { casesOf } from '../testing/cases.js';

function adapterOf(id: string): Adapter {
  const found = adapters.find((one) => one.id === id);
  if (!found) throw new Error(`there is no adapter ${id}`);
  return found;
}
const messageOf = (adapter: Adapter, name: string): Uint8Array => {
  const found = casesOf(adapter).find((one) => one.name === name);
  if (!found) throw new Error(`${adapter.id} has no case ${name}`);
  return found.bytes;
};
function changed(adapter: Adapter, change: (rules: readonly Rule[]) => readonly Rule[], more = {}): Adapter {
  const definition: MappingDefinition = {
    ...adapter.mapping,
    ...more,
    documents: adapter.mapping.documents.map((one) => ({ ...one, rules: change(one.rules) })),
  };
  const other = withMapping(adapter, definition, adapter.codes, '1.0.0+1');
  if (!other.ok) throw new Error(JSON.stringify(other.error));
  return other.value;
}

const declaration = adapterOf('customs/declaration-xml');
const message = messageOf(declaration, 'canonical-import-2018');
const move = adapterOf('port/coarri-edifact');

describe('a message tried with a mapping', () => {
  it('gives documents with lineage, and the very bytes when written again', () => {
    const trial = tryMessage(declaration, adapters, message, {});
    expect(trial).toMatchObject({ unread: [], unreadMore: 0, unfilled: [] });
    expect(trial.normalised.documents[0]?.lineage?.length).toBeGreaterThan(10);
    expect(trial.written?.ok && Buffer.from(trial.written.value).equals(Buffer.from(message))).toBe(true);
  });

  it.each([
    ['an XML message', declaration, message, (rule: Rule) => rule.to === '/billNumber', /BillNo/],
    [
      'an EDIFACT message',
      move,
      messageOf(move, 'canonical-discharge-d95b'),
      (rule: Rule) => JSON.stringify(rule).includes('"SEL"') || rule.each === 'SEL',
      /SEL/,
    ],
  ])('names the values of %s that nothing reads any more', (_, adapter, bytes, gone, path) => {
    const without = (rules: readonly Rule[]): Rule[] =>
      rules
        .filter((rule) => !gone(rule) || (rule.rules !== undefined && rule.each === undefined))
        .map((rule) => (rule.rules ? { ...rule, rules: without(rule.rules) } : rule))
        .filter((rule) => rule.rules === undefined || rule.rules.length > 0);
    const before = tryMessage(adapter, adapters, bytes, {}).unread.filter((one) => path.test(one.path));
    const after = tryMessage(changed(adapter, without), adapters, bytes, {}).unread;
    const lost = after.filter((one) => path.test(one.path));
    expect(lost.length).toBeGreaterThan(before.length);
    for (const { span, value } of lost)
      expect(Buffer.from(bytes.subarray(span.from, span.to)).toString('utf8')).toBe(value);
  });

  it('says what a document must have and no rule fills', () => {
    const bare = changed(move, () => [{ from: '/BGM.2', to: '/report/number', way: 'read' }]);
    const trial = tryMessage(bare, adapters, messageOf(move, 'canonical-discharge-d95b'), {});
    expect(trial.unfilled).toEqual([{ type: 'ContainerMove', pointer: '/container' }]);
    expect(trial.normalised.documents).toEqual([]);
    expect(trial.normalised.faults).not.toEqual([]);
    expect(trial.read?.documents.length).toBeGreaterThan(0);
  });

  it('that is another kind of message is told so', () => {
    const trial = tryMessage(declaration, adapters, messageOf(move, 'canonical-discharge-d95b'), {});
    expect(trial.normalised.faults).toMatchObject([{ code: 'ADAPTER_CONTRADICTED' }]);
    expect(trial.written).toBeUndefined();
  });
});

describe('the examples of a mapping', () => {
  const text = Buffer.from(message).toString('utf8');
  const [document] = tryMessage(declaration, adapters, message, {}).read?.documents ?? [];
  const wanted = { type: 'Declaration', body: document?.body ?? {} };
  const example = { name: 'import', message: text, documents: [wanted] };

  it('hold, or are named', () => {
    expect(failingExamples(changed(declaration, (rules) => rules, { examples: [example] }))).toEqual([]);
    const other = { ...example, documents: [{ ...wanted, body: { ...wanted.body, remarks: 'another' } }] };
    expect(
      failingExamples(changed(declaration, (rules) => rules, { examples: [example, other] })),
    ).toMatchObject([{ code: 'MAPPING_EXAMPLE', place: { pointer: '/examples/1' } }]);
  });
});
