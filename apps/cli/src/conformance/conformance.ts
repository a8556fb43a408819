import { adapters, createNormaliser } from '#adapters';
import { cliFaults } from '../faults.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { shownFault } from '../convert/shown-fault.js';
import { faultLines, print, printFaults } from '../terminal/print.js';
import { readInput } from '../terminal/read-input.js';
import { examine, type Examined, type PlacedFault } from './examine.js';

export interface ConformanceOptions {
  readonly json?: boolean;
  /** Bytes of one file at most. */
  readonly limit?: number;
}

/** @returns `done` when every file passed */
export async function conformance(
  adapter: string,
  files: readonly string[],
  options: ConformanceOptions,
): Promise<ExitCode> {
  if (!adapters.some(({ id }) => id === adapter)) {
    const known = adapters.map(({ id }) => id).join(', ');
    printFaults([cliFaults.make('CLI_ADAPTER_UNKNOWN', { values: { adapter, known } })]);
    return exitCodes.usage;
  }
  const normaliser = createNormaliser(adapters);
  let passed = 0;
  for (const file of files) {
    const read = await readInput(file, options.limit);
    if (!read.ok) {
      if (options.json) print(JSON.stringify({ file, passed: false, faults: [shownFault(read.error)] }));
      else [`${file}: 不通过 failed`, ...faultLines(read.error, '  ')].forEach(print);
      continue;
    }
    const examined = examine(normaliser, adapter, file, read.value, Date.now());
    if (examined.passed) passed++;
    if (options.json) print(jsonLine(adapter, examined));
    else report(adapter, examined).forEach(print);
  }
  if (!options.json) print(`${adapter}: ${passed}/${files.length} 通过 passed`);
  return passed === files.length ? exitCodes.done : exitCodes.refused;
}

function jsonLine(adapter: string, examined: Examined): string {
  const shown = (list: readonly PlacedFault[]) =>
    list.map(({ fault, at }) => ({ ...at, ...shownFault(fault) }));
  const { syntax, faults, unknownCodes, warnings, roundTrip, identity, ...rest } = examined;
  return JSON.stringify({
    adapter,
    ...rest,
    identity: identity.value,
    identityStable: identity.stable,
    syntax: shown(syntax),
    faults: shown(faults),
    unknownCodes: shown(unknownCodes),
    warnings: shown(warnings),
    roundTrip: { ...roundTrip, faults: roundTrip.faults.map(shownFault) },
  });
}

const mark = (good: boolean): string => (good ? '✓' : '✗');

const roundTrips = {
  equal: '写出与收到的字节完全相同 · written byte for byte',
  'same-documents': '写出的字节不同，读回的单证相同 · written otherwise, reads the same',
  differs: '写出后读回的单证不同 · written, it reads otherwise',
  unwritable: '无法写出 · cannot be written',
  none: '没有单证可写 · no documents to write',
};

function report(adapter: string, examined: Examined): string[] {
  const { file, recognisedAs, documents, syntax, faults, unmapped, unknownCodes, warnings } = examined;
  const { identity, roundTrip, acknowledgement, deterministic, passed } = examined;
  const types = Object.entries(documents).map(([type, count]) => `${count} ${type}`);
  const { difference } = roundTrip;
  const written = roundTrip.is === 'equal' || roundTrip.is === 'same-documents';
  return [
    `${file}: ${passed ? '通过 passed' : '不通过 failed'}`,
    `  ${mark(recognisedAs === adapter)} 识别 recognised: ${recognisedAs ?? '-'}`,
    `  ${mark(faults.length === 0 && types.length > 0)} 单证 documents: ${types.join(', ') || '0'}`,
    `  ${mark(identity.stable)} 编号 identity: ${identity.value ?? '-'}`,
    `  ${mark(deterministic)} 再次读取相同 the same when read again`,
    `  ${mark(written)} 往返 round trip: ${roundTrips[roundTrip.is]}`,
    ...(difference
      ? [
          `      ${difference.at.line}:${difference.at.column} 收到 received ${JSON.stringify(difference.received)}`,
          `      ${' '.repeat(`${difference.at.line}:${difference.at.column}`.length)} 写出 written  ${JSON.stringify(difference.written)}`,
        ]
      : []),
    `  · 回执 acknowledgement: ${acknowledgement === undefined ? '-' : `${acknowledgement.length} 字符 characters`}`,
    ...listed('语法 syntax', syntax),
    ...listed('错误 faults', faults),
    ...listed('代码 codes', unknownCodes),
    ...listed('警告 warnings', warnings),
    ...(unmapped.length > 0
      ? [`  · 未映射 unmapped: ${unmapped.length}`, ...unmapped.map((path) => `      ${path}`)]
      : []),
    ...roundTrip.faults.flatMap((fault) => faultLines(fault, '      ')),
  ];
}

function listed(title: string, list: readonly PlacedFault[]): string[] {
  if (list.length === 0) return [];
  return [
    `  · ${title}: ${list.length}`,
    ...list.flatMap(({ fault, at }) => {
      const [head = '', ...rest] = faultLines(fault, '      ');
      const path = fault.place?.path ?? fault.place?.pointer ?? '';
      return [`${head}${at ? ` @ ${at.line}:${at.column}` : ''}${path === '' ? '' : ` ${path}`}`, ...rest];
    }),
  ];
}
