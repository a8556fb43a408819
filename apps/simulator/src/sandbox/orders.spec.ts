import fc from 'fast-check';
import { orderLimits, ordersIn, ordersOf, unreadable, type Orders } from './index.js';

describe('orders', () => {
  it.each<[string, Orders]>([
    ['ACCEPT', {}],
    ['REJECT', { reject: 'SANDBOX' }],
    ['REJECT=E123', { reject: 'E123' }],
    ['reject=e-1.2_3', { reject: 'e-1.2_3' }],
    ['DELAY=5s', { delayMs: 5000 }],
    ['DELAY=250MS', { delayMs: 250 }],
    ['DELAY=10m', { delayMs: 600_000 }],
    ['TWICE', { twice: true }],
    ['REORDER', { reorder: true }],
    ['SILENT', { silent: true }],
    ['REJECT=E123;DELAY=5s;TWICE;REORDER', { reject: 'E123', delayMs: 5000, twice: true, reorder: true }],
    ['REJECT=E123/TWICE', { reject: 'E123', twice: true }],
    ['REJECT=E123, TWICE REORDER', { reject: 'E123', twice: true, reorder: true }],
    ['TWICE 其余为说明 REORDER', { twice: true }],
    ['', {}],
  ])('%s', (text, orders) => {
    expect(ordersIn(text)).toEqual(orders);
  });

  it.each([
    'REFUSE=E1',
    'REJECT=',
    'REJECT=<b>',
    `REJECT=${'x'.repeat(33)}`,
    'DELAY',
    'DELAY=5',
    'DELAY=11m',
    'TWICE;DELAY=x',
  ])('%s shows as a slip', (text) => {
    expect(ordersIn(text)).toEqual({ reject: unreadable });
  });

  it('are read from anything without harm, and stay within their bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { delayMs = 0, reject = '' } = ordersIn(text);
        expect(delayMs).toBeLessThanOrEqual(orderLimits.delay);
        expect(reject.length).toBeLessThanOrEqual(orderLimits.code);
      }),
    );
  });
});

describe('a mark', () => {
  it.each<[string, object, Orders | undefined]>([
    ['nowhere', { remarks: '加急', items: [{ name: '冻鳕鱼' }] }, undefined],
    ['in a remark', { remarks: '加急 SANDBOX:REJECT=E1' }, { reject: 'E1' }],
    ['deep in a list', { items: [{ name: 'x' }, { notes: ['SANDBOX:TWICE'] }] }, { twice: true }],
    ['in lower case, for a character set without a colon', { note: 'sandbox/silent' }, { silent: true }],
    ['that is no mark', { note: 'SANDBOX REJECT=E1' }, undefined],
    ['of which the first counts', { a: 'SANDBOX:TWICE', b: 'SANDBOX:SILENT' }, { twice: true }],
  ])('%s', (_, body, orders) => {
    expect(ordersOf(JSON.parse(JSON.stringify(body)))).toEqual(orders);
  });

  it('is not looked for without end', () => {
    let deep: object = { note: 'SANDBOX:TWICE' };
    for (let level = 0; level < 100; level++) deep = { deep };
    expect(ordersOf(JSON.parse(JSON.stringify(deep)))).toBeUndefined();
  });
});
