import type { Inference, InferredPlace } from '#infer';
import { faultLines } from '../terminal/print.js';

/** What was found, for a person: the likely types, then a table of the places, then what is still to be asked. */
export function reportLines(inference: Inference): string[] {
  const { definition, types, repeated, identity, seenCodes, documents, valid, faults, warnings } = inference;
  const ruled = inference.places.filter(({ rule }) => rule !== undefined).length;
  return [
    `格式 format: ${definition.syntax} ${definition.options.root ?? definition.options.message ?? ''}`,
    `单证 document: ${types.map(({ type, each, confidence }) => `${type} (each ${each}) ${confidence.toFixed(2)}`).join('; ')}`,
    ...repeated
      .filter(({ path }) => path !== definition.documents[0]?.each)
      .map(({ path, list }) => `重复 repeated: ${path} → ${list ?? '—'}`),
    ...identity.map(({ path, sure }) => `标识 identity: ${path}${sure ? '' : ' ?'}`),
    '',
    ...table([
      ['来源 source', '出现 share', '值 values', '字段 field', '置信 conf.', '理由 reasons'],
      ...inference.places.map(row),
    ]),
    '',
    ...seenCodes.map(({ path, values }) => `代码 codes: ${path}: ${counted(values)}`),
    `规则 rules: ${ruled} / ${inference.places.length}; 单证 documents: ${documents}; 有效 valid: ${valid}; 样例 examples: ${definition.examples?.length ?? 0}`,
    ...[...faults.slice(0, 10), ...warnings].flatMap((fault) => faultLines(fault)),
  ];
}

function row({ path, share, values, kinds, patterns, candidates, rule }: InferredPlace): string[] {
  const [best] = candidates;
  const kind = patterns[0] ?? kinds.find((one) => one !== 'code') ?? kinds[0] ?? '';
  return [
    path,
    `${Math.round(share * 100)}%`,
    `${kind} ${(values[0] ?? '').slice(0, 20)}`.trim(),
    best ? `${rule === undefined ? '? ' : ''}${best.pointer} ${best.zh}`.trim() : '—',
    best ? best.confidence.toFixed(2) : '',
    best?.reasons.map(({ text }) => `${text.zh} · ${text.en}`).join('; ') ?? '',
  ];
}

const counted = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values)
    .map(([value, count]) => `${value}×${count}`)
    .join(' ');

/** Columns side by side; the last is as wide as it is. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.min(48, Math.max(...rows.map((cells) => widthOf(cells[i] ?? '')))),
  );
  return rows.map((cells) =>
    cells
      .map((cell, i) =>
        i === cells.length - 1 ? cell : cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell))),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** Chinese characters fill two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
