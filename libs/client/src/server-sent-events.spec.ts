import fc from 'fast-check';
import { ServerSentEvents, type ServerSentEvent } from './server-sent-events.js';

function readIn(pieces: readonly string[]): { events: ServerSentEvent[]; retryMs: number | undefined } {
  const parser = new ServerSentEvents();
  const events = pieces.flatMap((piece) => parser.push(piece) ?? []);
  return { events, retryMs: parser.retryMs };
}

const text =
  'retry: 2000\n\n: \n\nid: c1\ndata: {"箱":1}\n\nid: c2\nevent: lag\ndata:a\ndata: b\n\ndata\n\nid: c3\ndata: cut';
const expected = [
  { id: 'c1', type: 'message', data: '{"箱":1}' },
  { id: 'c2', type: 'lag', data: 'a\nb' },
  { id: 'c2', type: 'message', data: '' },
];

describe('server-sent events', () => {
  it.each(['\n', '\r\n', '\r'])('are the same whatever ends their lines: %j', (end) => {
    expect(readIn([text.replaceAll('\n', end)])).toEqual({ events: expected, retryMs: 2000 });
  });

  it('are the same in whatever pieces they come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length + 20)), fc.boolean(), (cuts, dos) => {
        const whole = dos ? text.replaceAll('\n', '\r\n') : text;
        const at = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
        const pieces = at.slice(1).map((to, index) => whole.slice(at[index], to));
        expect(readIn(pieces).events).toEqual(expected);
      }),
    );
  });

  it('without end are given up', () => {
    const parser = new ServerSentEvents();
    const piece = 'x'.repeat(8 * 1024 * 1024);
    expect([1, 2, 3, 4, 5].map(() => parser.push(piece))).toEqual([[], [], [], [], undefined]);
  });
});
