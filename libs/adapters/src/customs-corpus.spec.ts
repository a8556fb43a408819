import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapters, createNormaliser } from '#adapters';
import { validateDocument } from '#canonical';
import { parseXml, type SourceNode, type SourceTree } from '#syntax';

/** Messages of others, read where they are; they are no part of the project. */
const corpus = '../shared/corpus';
const present = existsSync(corpus);
if (!present) process.stderr.write(`skipped: there is no ${corpus}\n`);
const here = present ? describe : describe.skip;

const normaliser = createNormaliser(adapters);
const known = /^(CEB\d{3}(Message)?|DEC_RESULT|DecImportResponse|DEC_DATA|DxpMsg|MT\d{4}|Signature)$/;
const messages = (present ? readFileSync(join(corpus, 'INDEX.tsv'), 'utf8') : '')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter(([, family = '', type = '']) => family.startsWith('cn-') && known.test(type))
  .map(([file = '', , , , , , note = '']) => ({ file, whole: note.startsWith('well-formed') }));

const whole = messages.filter((one) => one.whole).map(({ file }) => file);
const torn = messages.filter((one) => !one.whole).map(({ file }) => file);
const bytesOf = (file: string): Uint8Array => readFileSync(join(corpus, file));

here('customs messages of others', () => {
  it('are there', () => {
    expect(whole.length).toBeGreaterThan(40);
  });

  it.each(whole)('%s gives valid documents and loses no value', (file) => {
    const bytes = bytesOf(file);
    const { documents, faults } = normaliser.normalise(bytes, {}, { lineage: true });
    expect(faults).toEqual([]);
    expect(documents).not.toEqual([]);
    for (const { type, body } of documents) expect(validateDocument(type, body)).toEqual([]);
    const covered = new Set(documents.flatMap(({ lineage = [] }) => lineage.map(({ span }) => span?.from)));
    const parsed = parseXml(bytes, {});
    expect(parsed.ok && uncovered(parsed.value, covered)).toEqual([]);
    const inside = documents[0]?.type === 'ExchangeEnvelope' ? documents.slice(1) : documents;
    expect(inside).not.toEqual([]);
  });

  it.each(torn)('%s, which is not well-formed, gives a fault that says where', (file) => {
    const { documents, faults } = normaliser.normalise(bytesOf(file), {});
    expect(documents).toEqual([]);
    for (const { code, place } of faults) {
      expect(code).toMatch(/^SYNTAX_/);
      expect(place?.span).toBeDefined();
    }
  });
});

/** A signature around a message, or beside it. */
const signatures = new Set(['Signature', 'SignedInfo', 'SignatureValue', 'KeyInfo']);

/** Paths of the values that no lineage points at; a signature is no part of a document. */
function uncovered(tree: SourceTree, covered: ReadonlySet<number | undefined>): string[] {
  const lost: string[] = [];
  const look = (node: SourceNode): void => {
    if (node !== tree.root && signatures.has(node.name)) return;
    const { from } = tree.bytes(node.valueSpan({ at: 'text' }));
    if (node.text.trim() !== '' && !covered.has(from)) lost.push(tree.path(node));
    node.children.forEach(look);
  };
  look(tree.root);
  return lost;
}
