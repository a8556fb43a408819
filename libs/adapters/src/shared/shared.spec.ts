import { existsSync, readFileSync } from 'node:fs';
import { adapters, createNormaliser, type DocumentBody } from '#adapters';
import { toCloudEvent } from '#canonical';
import { casesOf } from '../testing/cases.js';

const normaliser = createNormaliser(adapters.filter(({ system }) => system === 'shared'));
const id = 'shared/document-json';

/** What the adapters of all other systems make of their cases. */
const files = adapters
  .flatMap((adapter) => casesOf(adapter).map(({ folder }) => `${folder}/documents.json`))
  .filter((file) => existsSync(file));

function documentsOf(file: string): readonly DocumentBody[] {
  const golden: { documents: readonly DocumentBody[] } = JSON.parse(readFileSync(file, 'utf8'));
  return golden.documents.map(({ type, body }) => ({ type, body }));
}

describe('documents sent as they are', () => {
  it('may be of any kind that a message of any system gives', () => {
    expect(files.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const file of files) {
      const documents = documentsOf(file);
      const written = normaliser.write(id, documents);
      if (!written.ok) throw new Error(file);
      const again = normaliser.normalise(written.value, {});
      const same = JSON.stringify(again.documents.map(({ type, body }) => ({ type, body: sorted(body) })));
      if (same !== JSON.stringify(documents.map(({ type, body }) => ({ type, body: sorted(body) })))) {
        wrong.push(`${file}: ${again.faults.map(({ text }) => text.en).join()}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are what a feed of another node gave', () => {
    const [document] = documentsOf(
      'libs/adapters/src/port/coarri-edifact/cases/canonical-discharge-d95b/documents.json',
    );
    if (!document) throw new Error('no document');
    const event = toCloudEvent(
      {
        id: '019ce001-7c00-7000-8000-000000000001',
        type: document.type,
        schemaVersion: '1.0.0',
        originNode: 'yingkou',
        sender: 'YKCT',
        receivedAt: '2026-03-12T01:31:00.000Z',
        keys: [],
        interchangeId: '019ce001-7c00-7000-8000-000000000002',
        interchangeSha256: '0'.repeat(64),
      },
      JSON.stringify(document.body),
    );
    for (const text of [event, `[${event}]`, `{"events":[${event}]}`]) {
      const hints = { contentType: 'application/cloudevents+json' };
      const { documents, identity, faults } = normaliser.normalise(Buffer.from(text), hints);
      expect(faults).toEqual([]);
      expect(documents.map(({ body }) => body)).toEqual([document.body]);
      expect(identity).toBe('/nodes/yingkou|019ce001-7c00-7000-8000-000000000001');
    }
  });

  it.each([
    ['{"type":"GateMove"}', 'ADAPTER_SHARED_MEMBER'],
    ['{"type":"GateMove","body":[]}', 'ADAPTER_SHARED_MEMBER'],
    ['{"documents":[]}', 'ADAPTER_SHARED_NONE'],
    ['[]', 'ADAPTER_SHARED_NONE'],
    ['{"body":{"container":{"number":"LNHU2001016"}}}', 'ADAPTER_SHARED_TYPE'],
  ])('says what is missing in %s', (text, code) => {
    const direct = adapters.find((adapter) => adapter.id === id)?.direct;
    const reading = direct?.read(Buffer.from(text));
    expect(reading?.ok === false ? reading.error.map((fault) => fault.code) : []).toContain(code);
  });

  it('says what stands beside a document and is none of it', () => {
    const text = '{"type":"GateMove","moveKind":"gate-in","body":{"container":{"number":"LNHU2001016"}}}';
    const { warnings } = normaliser.normalise(Buffer.from(text), {});
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'ADAPTER_SHARED_STRANGE', values: { path: 'moveKind' } }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]: [string, unknown]) => [name, sorted(inner)]),
  );
}
