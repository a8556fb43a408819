import { bareReaders } from './bare.js';
import { adaptersTable } from './adapters-report.js';
import { median } from './measure.js';
import { benchGroups, benchNormaliser } from './samples.js';
import { stowagePlan } from './stowage-plan.js';

describe('the bench of the adapters', () => {
  const groups = benchGroups(benchNormaliser());

  it('has messages of every syntax that our cases have, and a bare reader for each', () => {
    expect(groups.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['xml', 'edifact, small', 'edifact, 2,000 slots', 'csv, small']),
    );
    for (const { syntax, messages } of groups) {
      const bare = bareReaders.get(syntax);
      expect(messages.length).toBeGreaterThan(0);
      expect(messages.every((message) => message.parse())).toBe(true);
      expect(messages.every(({ bytes }) => (bare?.read(bytes) ?? 0) > 0)).toBe(true);
    }
  });

  it('makes a plan that is read without a warning', () => {
    const { documents, warnings, faults } = benchNormaliser().normalise(Buffer.from(stowagePlan(3)), {});
    expect({ documents: documents.length, warnings, faults }).toEqual({
      documents: 1,
      warnings: [],
      faults: [],
    });
  });

  it('makes large messages of cases that are read without a warning', () => {
    const normaliser = benchNormaliser();
    const large = groups
      .filter(({ name }) => /^(csv|flat|nmea), \d/.test(name))
      .flatMap((one) => one.messages);
    const read = large.map(({ bytes, adapter }) => {
      const { documents, warnings, faults } = normaliser.normalise(bytes, { adapter });
      return { adapter, documents: documents.length, warnings, faults };
    });
    expect(read).toEqual(
      [
        ['border/tour-group-csv', 1200],
        ['port/rail-weighing-csv', 1500],
        ['port/ifcsum-flat', 1],
        ['port/coarri-flat', 600],
        ['maritime/ais-milestones-nmea', 800],
      ].map(([adapter, documents]) => ({ adapter, documents, warnings: [], faults: [] })),
    );
  });

  it('takes the middle of all turns', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('marks what is below what is wanted', () => {
    const speed = { megabytesPerSecond: 1, messagesPerSecond: 10 };
    const figures = {
      group: 'xml',
      sample: 'one',
      messages: 1,
      bytes: 1,
      bare: { name: 'x', ...speed },
      parse: speed,
      normalise: speed,
    };
    const table = adaptersTable([{ ...figures, parseToBare: 0.4, normaliseToBare: 0.1 }]);
    expect(table).toMatch(/xml \(x\) .* 0\.40 !/);
  });
});
