import { wanted, type AdapterFigures, type Speed } from './measure.js';

/** One line for each group of messages. */
export function adaptersTable(figures: readonly AdapterFigures[]): string {
  const rows = [
    [
      '',
      'messages',
      'bare: MB/s',
      'messages/s',
      'parse: MB/s',
      'messages/s',
      'of bare',
      'normalise: MB/s',
      'messages/s',
      'of bare',
    ],
    ...figures.map((one) => [
      `${one.group} (${one.bare.name})`,
      String(one.messages),
      ...shown(one.bare),
      ...shown(one.parse),
      `${one.parseToBare.toFixed(2)}${one.parseToBare < wanted ? ' !' : ''}`,
      ...shown(one.normalise),
      one.normaliseToBare.toFixed(2),
    ]),
  ];
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  const samples = figures.map(
    ({ group, sample, messages, bytes }) => `${group}: ${sample}, ${sizeOf(bytes / messages)} each`,
  );
  return [...rows.map(line), '', ...samples, '', `wanted: parse at ${wanted} of bare or more`].join('\n');
}

const sizeOf = (bytes: number): string =>
  bytes < 10_000 ? `${Math.round(bytes)} bytes` : `${Math.round(bytes / 1000)} KB`;

const shown = ({ megabytesPerSecond, messagesPerSecond }: Speed): string[] => [
  megabytesPerSecond.toFixed(1),
  String(messagesPerSecond),
];
