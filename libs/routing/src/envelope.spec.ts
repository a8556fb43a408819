import { checkCondition, compileRoutes, type Subject } from '#routing';
import { now, route, subject } from './testing/setup.js';

const came: Partial<Subject> = {
  sender: { id: 'customs', code: 'dalian-customs', kind: 'agency', system: 'customs' },
  envelope: {
    origin: 'dalian',
    channel: 'file',
    adapter: 'customs/manifest-sea-air',
    receivedAt: now - 60_000,
    occurredAt: now - 3_600_000,
  },
  body: { copyTo: ['DCTDL', 'MSADL', 'CIQDL'] },
};

const reason = (condition: string, given: Partial<Subject> = came): unknown => {
  const { table, faults } = compileRoutes([route({ condition })], []);
  return faults[0]?.code ?? table.decide(subject(given))[0]?.reasons[0]?.code;
};

describe('the envelope in a condition', () => {
  it.each([
    'envelope.origin == "dalian"',
    'envelope.channel in ["file", "broker"]',
    'envelope.adapter.startsWith("customs/")',
    'envelope.sender.code == sender.code && envelope.sender.system == "customs"',
    'sender.kind == "agency" && sender.system == "customs"',
    'now - envelope.receivedAt == duration("60s")',
    'has(envelope.occurredAt) && envelope.occurredAt < envelope.receivedAt',
    'envelope.receivedAt > timestamp("2026-01-01T00:00:00Z")',
  ])('%s is true', (condition) => expect(reason(condition)).toBe('ROUTE_CONDITION_TRUE'));

  it.each(['envelope.origin == ""', 'sender.system == "" && !has(envelope.occurredAt)'])(
    'is empty where nothing is known: %s',
    (condition) => expect(reason(condition, {})).toBe('ROUTE_CONDITION_TRUE'),
  );

  it.each(['envelope.orgin == "dalian"', 'sender.sytem == "customs"', 'envelope.sender.name == "x"'])(
    'has no other members: %s',
    (condition) => {
      const [fault] = checkCondition(condition);
      expect(fault?.code).toBe('ROUTING_CONDITION_TYPE');
      expect(fault?.text.zh).toContain('没有字段');
    },
  );
});

describe('a copy list', () => {
  it.each([
    [`'MSADL' in document.copyTo`, 'ROUTE_CONDITION_TRUE'],
    [`'MSAYK' in document.copyTo`, 'ROUTE_CONDITION_FALSE'],
    [`document.copyTo.exists(code, code.startsWith('CIQ'))`, 'ROUTE_CONDITION_TRUE'],
  ])('decides by %s', (condition, code) => expect(reason(condition)).toBe(code));

  it('may be missing', () => {
    expect(reason(`'MSADL' in document.copyTo`, {})).toBe('ROUTE_CONDITION_FAULT');
    expect(reason(`'MSADL' in document.?copyTo.orValue([])`, {})).toBe('ROUTE_CONDITION_FALSE');
  });
});
