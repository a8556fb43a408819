import { readFileSync, readdirSync } from 'node:fs';
import { parseEdifact, type SourceNode } from '#syntax';
import { createNormaliser } from '../normaliser.js';
import { adapters } from '../adapters.js';
import { messagesOf } from './integrity.js';

const normaliser = createNormaliser(adapters);
const coarri = 'port/coarri-edifact';
const cases = new URL('../port/coarri-edifact/cases/', import.meta.url);
const message = (name: string): Buffer => {
  const folder = new URL(`${name}/`, cases);
  const file = readdirSync(folder).find((one) => one.startsWith('in.')) ?? '';
  return readFileSync(new URL(file, folder));
};
const answering = { now: Date.UTC(2026, 2, 12, 12, 1), reference: 'A1B2C3D4E5F6A7' };

function answered(name: string, form?: 'contrl' | 'aperak') {
  const interchange = message(name);
  const { faults } = normaliser.normalise(interchange, {});
  const answer = normaliser.answer(coarri, { interchange, faults, ...answering }, form);
  return { faults, answer, text: Buffer.from(answer?.bytes ?? []).toString('utf8') };
}

const tags = (node: SourceNode): string[] =>
  node.kind === 'segment' ? [node.name] : node.children.flatMap(tags);

describe('APERAK', () => {
  it('says what was accepted, message by message, with the references of each', () => {
    const { text, faults } = answered('canonical-load-two-messages', 'aperak');
    expect(faults).toEqual([]);
    const original = message('canonical-load-two-messages').toString('utf8');
    const references = [...original.matchAll(/UNH\+([^+]+)/g)].map(([, one]) => one);
    const numbers = [...original.matchAll(/BGM\+(\w+)\+([^+']+)/g)].map(([, name, one]) => `${name}+${one}`);
    const control = /UNB\+(?:[^+']*\+){4}([^+']+)/.exec(original)?.[1];
    expect([...text.matchAll(/RFF\+ACW:([^']+)/g)].map(([, one]) => one)).toEqual(references);
    expect([...text.matchAll(/DOC\+([^']+)/g)].map(([, one]) => one)).toEqual(numbers);
    expect([...text.matchAll(/RFF\+AGO:([^']+)/g)].map(([, one]) => one)).toEqual([control, control]);
    expect(text.match(/BGM\+312\+A1B2C3D4E5F6A7-\d\+9\+AP'/g)).toHaveLength(2);
    expect(text).toContain("DTM+137:202603122001:203'");
    expect(text).not.toContain('ERC');
  });

  it('says every error with its place in the words of the standard, and can be read again', () => {
    const { text, faults, answer } = answered('bad-values', 'aperak');
    const errors = faults.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(text).toMatch(/BGM\+313\+[^+]+\+9\+RE'/);
    expect(text.match(/ERC\+/g)).toHaveLength(errors.length);
    for (const { code, place } of errors) {
      expect(text).toContain(`FTX+AAO+++${code} `);
      if (place?.path) expect(text.replaceAll('?', '')).toContain(place.path);
    }
    const read = parseEdifact(answer?.bytes ?? new Uint8Array(), {}, undefined);
    expect(read.ok && read.value.diagnostics).toEqual([]);
    const [only] = read.ok ? messagesOf(read.value.root) : [];
    expect(only ? tags(only).filter((tag, at, all) => tag !== all[at - 1]) : []).toEqual(
      expect.arrayContaining(['UNH', 'BGM', 'DTM', 'DOC', 'RFF', 'ERC', 'FTX', 'UNT']),
    );
  });

  it.each([
    ['canonical-discharge-d95b', 'contrl'],
    ['bad-values', 'aperak'],
    ['bad-no-unt', 'contrl'],
    ['bad-truncated', 'contrl'],
  ])('of %s is sent as %s, where nothing is asked for', (name, form) => {
    expect(answered(name).answer?.form).toBe(form);
  });

  it('is none of a system that is no EDIFACT', () => {
    expect(normaliser.answerForms('customs/declaration-xml')).toEqual(['own']);
    expect(normaliser.answerForms(coarri)).toEqual(['contrl', 'aperak']);
    expect(normaliser.answerForms('nobody/knows')).toEqual([]);
    const outcome = { interchange: message('bad-values'), faults: [], ...answering };
    expect(normaliser.answer('customs/declaration-xml', outcome, 'aperak')).toBeUndefined();
  });
});
