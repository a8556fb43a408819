import { readdirSync } from 'node:fs';
import { checkRequest } from './request-schemas.js';
import type { Requests } from './requests.js';

const smallest: { [N in keyof Requests]: object } = {
  act: {},
  'participant-create': {
    code: 'yingkou-port',
    nameZh: '营口港',
    nameEn: 'Port of Yingkou',
    kind: 'enterprise',
  },
  'participant-change': { nameZh: '营口港集团' },
  'key-create': { participant: 'yingkou-port', label: 'gateway' },
  'key-rotate': {},
  'key-roll': {},
  'node-invite': { node: 'yingkou' },
  'node-join': { invitation: {} },
  'item-share': { mapping: { adapter: 'customs/declaration-xml' } },
  'agreement-create': { owner: 'a1', consumer: 'b1', documentType: '*', purpose: '提箱' },
  'agreement-change': { validTo: null },
  'comparison-create': {},
  'destination-create': { participant: 'yingkou-port', code: 'inbox', kind: 'mailbox' },
  'destination-change': { timeout: null },
  'secret-rotate': {},
  'route-create': { code: 'to-port', documentType: 'Declaration', destination: 'yingkou-port/inbox' },
  'route-change': { condition: null },
  'route-simulate': { document: '01990000-0000-7000-8000-000000000000' },
  'mapping-draft': {},
  'mapping-change': { note: null },
  'mapping-rollback': { to: 'shipped' },
  'mapping-preview': { message: '<DecMessage/>' },
  'mapping-dry-run': { version: '3' },
  'interchanges-renormalise': {},
  'own-destination-create': { code: 'inbox', kind: 'mailbox' },
  'subscription-create': { code: 'moves', documentTypes: ['ContainerMove'], destination: 'inbox' },
  'subscription-change': { condition: null },
  'subscription-preview': { documentTypes: ['*'] },
  'receipt-preference': { destination: 'inbox' },
  'statement-compare': { day: '2026-11-23', documents: [] },
  'replay-create': { destination: '01990000-0000-7000-8000-000000000000' },
};
const names = Object.keys(smallest) as (keyof Requests)[];

describe('the schemas of requests', () => {
  it('are all known by name', () => {
    const folder = new URL('../../../../schemas/api/', import.meta.url);
    const files = readdirSync(folder).map((file) => file.replace('.schema.json', ''));
    expect(files.sort()).toEqual([...names].sort());
  });

  it.each(names)('%s takes the smallest request and no unknown member', (name) => {
    expect(checkRequest(name, { ...smallest[name] })).toHaveProperty('value');
    const refused = checkRequest(name, { ...smallest[name], colour: 'red' });
    expect(refused).toMatchObject({
      faults: [{ code: 'ADMIN_BODY_INVALID', place: { pointer: '/colour' } }],
    });
  });
});
