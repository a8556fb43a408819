import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { checkExamples } from '#mapping';
import { compiled, ofXml } from './testing/open.js';
import { containerMove, declaration } from './testing/samples.js';

const schema: object = JSON.parse(readFileSync('schemas/mapping.schema.json', 'utf8'));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
ajv.addSchema(schema, 'mapping');
const validate = (part: string, value: unknown): unknown => {
  const check = ajv.getSchema(`mapping${part}`);
  if (!check) throw new Error(`no schema ${part}`);
  return check(value) === true ? [] : check.errors;
};

describe('the schema of mappings', () => {
  it.each([
    ['XML', declaration],
    ['EDIFACT', containerMove],
  ])('takes the sample of %s', (_, definition) => {
    expect(validate('', JSON.parse(JSON.stringify(definition)))).toEqual([]);
  });

  it.each([
    ['a member that is not known', { from: 'A', to: '/a', requried: true }],
    ['nothing', {}],
    ['a pointer that is none', { from: 'A', to: 'a' }],
    ['a format that is none', { from: 'A', to: '/a', as: 'money' }],
    ['two tests in a condition', { from: 'A', to: '/a', when: { path: 'A', exists: true, equals: '1' } }],
  ])('refuses a rule with %s', (_, rule) => {
    expect(validate('#/$defs/rule', rule)).not.toEqual([]);
  });

  it('takes every rule of the README', () => {
    const readme = readFileSync('libs/mapping/README.md', 'utf8');
    const blocks = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = '']) => block);
    const rules = blocks.filter((block) => !block.includes('"adapter"')).flatMap(objectsOf);
    expect(rules.length).toBeGreaterThan(10);
    for (const rule of rules)
      expect({ rule, errors: validate('#/$defs/rule', rule) }).toEqual({ rule, errors: [] });
  });
});

/** Several objects one after the other, as the README shows rules. */
function objectsOf(text: string): unknown[] {
  const objects: unknown[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && depth++ === 0) start = at;
    if (text[at] === '}' && --depth === 0) objects.push(JSON.parse(text.slice(start, at + 1)));
  }
  return objects;
}

describe('checkExamples', () => {
  const mapping = compiled(ofXml({ from: 'A', to: '/a', required: true }));
  const example = (message: string, ...bodies: readonly object[]) => ({
    name: 'one',
    message,
    documents: bodies.map((body) => ({ type: 'Thing', body: { ...body } })),
  });

  it('passes what does as it says', () => {
    expect(checkExamples(mapping, [example('<R><A>1</A></R>', { a: '1' })])).toEqual([]);
  });

  it.each([
    ['another value', example('<R><A>1</A></R>', { a: '2' }), 'document 1 is another'],
    ['another number of documents', example('<R><A>1</A></R>'), 'it gives 1 documents, not 0'],
    ['a fault of reading', example('<R/>', {}), 'A is required and missing'],
    ['a broken message', example('<R>', {}), 'The XML ends in the middle'],
  ])('tells of %s', (_, wrong, reason) => {
    const faults = checkExamples(mapping, [wrong]);
    expect(faults).toMatchObject([{ code: 'MAPPING_EXAMPLE', place: { pointer: '/examples/0' } }]);
    expect(faults[0]?.text.en).toContain(reason);
  });
});
