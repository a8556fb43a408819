import { help, readOptions } from './options.js';

describe('readOptions', () => {
  it('has defaults for all', () => {
    expect(readOptions([])).toMatchObject({
      command: 'hub',
      connections: 64,
      rounds: 2,
      json: false,
      headers: [],
    });
  });

  it('reads repeated headers, ports and numbers', () => {
    const args = [
      '--url',
      'http://a:1',
      '--header',
      'A: b',
      '--header',
      'C:d',
      '--sink-ports',
      '9001,9002,9003',
    ];
    expect(readOptions([...args, '--rate', '0.5', '--messages', '10'])).toMatchObject({
      url: 'http://a:1',
      headers: ['A: b', 'C:d'],
      sinkPorts: [9001, 9002, 9003],
      rate: 0.5,
      messages: 10,
    });
  });

  test.each([
    ['--messages', '1.5'],
    ['--messages', '0'],
    ['--rate', 'fast'],
    ['--header', 'no colon'],
    ['--header', 'A: b\r\nC: d'],
    ['--sink-ports', '9001,x'],
    ['--sink-ports', '70000'],
    ['--only', 'both'],
    ['--fast', ''],
  ])('refuses %s %j', (name, value) => {
    expect(() => readOptions([name, value])).toThrow();
  });

  it('explains every option', () => {
    for (const name of [
      'messages',
      'seconds',
      'connections',
      'rate',
      'rounds',
      'only',
      'json',
      'url',
      'header',
      'sink-ports',
    ]) {
      expect(help).toContain(`--${name}`);
    }
  });
});
