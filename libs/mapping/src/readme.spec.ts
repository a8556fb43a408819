import { readFileSync } from 'node:fs';
import type { JsonObject } from '#kernel';
import { checkDefinition, compileMapping, type CodeTables } from '#mapping';

/** What a block `json run` of the README holds. */
interface Shown {
  readonly syntax?: string;
  readonly options?: JsonObject;
  readonly structure?: string;
  readonly zone?: string;
  readonly each?: string;
  readonly codes?: CodeTables;
  readonly rules: readonly object[];
  readonly message: string;
  readonly document: JsonObject;
  readonly written?: string;
  readonly way?: 'read';
}

const readme = readFileSync('libs/mapping/README.md', 'utf8');
const blocks = [...readme.matchAll(/```json run\n([\s\S]*?)```/g)].map(([, block = '']): [string, Shown] => [
  readme
    .slice(0, readme.indexOf(block))
    .match(/^#+ .*$/gm)
    ?.at(-1) ?? '',
  JSON.parse(block),
]);

function definitionOf({ syntax, options, structure, zone, each = '.', rules }: Shown): unknown {
  const edifact = structure !== undefined;
  return {
    adapter: 'test/readme',
    version: '1',
    syntax: syntax ?? (edifact ? 'edifact' : 'xml'),
    options: options ?? (edifact ? { message: 'COARRI', structure } : { root: 'R' }),
    ...(zone === undefined ? {} : { zone }),
    documents: [{ type: 'Thing', each, rules }],
  };
}

function whole({ syntax, structure }: Shown, message: string): string {
  if (syntax !== undefined) return message;
  return structure === undefined
    ? `<?xml version="1.0" encoding="UTF-8"?><R>${message}</R>`
    : `UNB+UNOC:3++++1'UNH+1+COARRI'${message}UNT+${message.split("'").length + 1}+1'UNZ+1+1'`;
}

describe('the examples of the README', () => {
  it('are there for every kind of rule, condition and format', () => {
    const all = JSON.stringify(blocks);
    for (const name of [
      '"from"',
      '"value"',
      '"back"',
      '"each"',
      '"const"',
      '"param"',
      '"when"',
      '"cel"',
      '"codes"',
    ])
      expect(all).toContain(name);
    for (const name of [
      '"date"',
      '"time"',
      '"dtm"',
      '"flag"',
      '"prefix"',
      '"part"',
      '"slice"',
      '"pad"',
      '"scale"',
    ])
      expect(all).toContain(name);
    expect(all).toContain('"together"');
  });

  it.each(blocks)('%s', (_, shown) => {
    const definition = checkDefinition(definitionOf(shown));
    if (!definition.ok) throw new Error(JSON.stringify(definition.error, null, 1));
    const mapping = compileMapping(definition.value, shown.codes);
    if (!mapping.ok) throw new Error(JSON.stringify(mapping.error, null, 1));
    const tree = mapping.value.parse(Buffer.from(whole(shown, shown.message)));
    if (!tree.ok) throw new Error(JSON.stringify(tree.error, null, 1));
    const reading = mapping.value.read(tree.value);
    expect(reading.faults).toEqual([]);
    expect(reading.documents[0]?.body).toEqual(shown.document);
    if (shown.way === 'read') return;
    const written = mapping.value.write([{ type: 'Thing', body: shown.document }]);
    expect(written.ok && Buffer.from(written.value).toString()).toBe(
      whole(shown, shown.written ?? shown.message),
    );
  });
});
