import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { openSql } from '#store';
import { joinProvince, type RunningProvince } from '../../apps/cli/src/demo/province/province.js';
import { handOvers } from '../../apps/simulator/src/hand-overs/index.js';
import { eventually } from '../support/eventually.js';
import { endHubs } from '../support/hub.js';
import { TestNode } from '../support/nodes.js';

jest.setTimeout(240_000);

const folder = mkdtempSync(join(tmpdir(), 'tongguan-hand-overs-'));
const codes = ['liaoning', 'dalian', 'yingkou'] as const;
const nodes = new Map<string, TestNode>();
let province: RunningProvince;

const node = (code: string): TestNode => {
  const known = nodes.get(code);
  if (!known) throw new Error(`no node ${code}`);
  return known;
};

beforeAll(async () => {
  await Promise.all(codes.map(async (code) => nodes.set(code, await TestNode.start(code))));
  const running = (code: string) => ({ url: node(code).url, adminKey: node(code).hub.adminKey });
  province = await joinProvince({
    folder,
    scene: { seed: 7, number: 0 },
    nodes: { liaoning: running('liaoning'), dalian: running('dalian'), yingkou: running('yingkou') },
  });
});
afterAll(async () => {
  await endHubs();
  for (const one of nodes.values()) await one.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('the hand-overs of the notice', () => {
  it.each(handOvers.map((one) => [one.en, one] as const))('%s', async (_, handOver) => {
    const start = Date.UTC(2026, 3, 6, 1);
    for await (const step of handOver.play({ party: province.party, seed: 7, number: 0, start }))
      expect(step.ms).toBeGreaterThan(0);
  });

  it('leave every node with nothing owed, and two nodes with the same documents', async () => {
    for (const code of codes) {
      const sql = openSql({ url: node(code).database.url, connections: 1 });
      await eventually(`${code} owes nothing`, async () => {
        const owed = await sql.query(`SELECT FROM delivery WHERE state IN ('pending', 'dead') LIMIT 1`);
        return owed.length === 0;
      });
      await sql.end();
    }
    for (const [from, to] of [
      ['dalian', 'liaoning'],
      ['liaoning', 'dalian'],
      ['liaoning', 'yingkou'],
      ['dalian', 'yingkou'],
    ] as const) {
      const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      const compared = await node(from).hub.admin.post(`/v1/admin/nodes/${to}/comparisons`, { day });
      expect(compared.expect(200).at('/equal')).toBe(true);
      expect(Number(compared.at('/own/count'))).toBeGreaterThan(0);
    }
  });
});
