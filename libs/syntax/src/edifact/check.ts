import type { Decoded } from '../charset/decode.js';
import type { Diagnostics } from '../diagnostics.js';
import type { EdifactNode } from './edifact-node.js';

/** UNT: segments from UNH to itself, and the reference of UNH. */
export function checkMessageTrailer(
  message: EdifactNode,
  trailer: EdifactNode,
  counted: number,
  diagnostics: Diagnostics,
  decoded: Decoded,
): void {
  checkCount(trailer, counted, diagnostics, decoded);
  checkReference(trailer, message.first('UNH')?.cell(1, 1), diagnostics, decoded);
}

/** UNE: messages of the package. UNZ: packages, or messages where there is no package. Both repeat a reference. */
export function checkTrailer(
  node: EdifactNode,
  trailer: EdifactNode,
  diagnostics: Diagnostics,
  decoded: Decoded,
): void {
  let packages = 0;
  let messages = 0;
  for (const child of node.children) {
    if (child.kind === 'package') packages++;
    else if (child.kind === 'message') messages++;
  }
  checkCount(trailer, packages || messages, diagnostics, decoded);
  const header = node.first('UNB') ?? node.first('UNG');
  if (header) checkReference(trailer, header.cell(5, 1), diagnostics, decoded);
}

/** Leading zeros are common: `UNT+000021`. */
function checkCount(trailer: EdifactNode, counted: number, diagnostics: Diagnostics, decoded: Decoded): void {
  const stated = trailer.cell(1, 1) ?? '';
  if (/^\d{1,9}$/.test(stated) && Number(stated) === counted) return;
  const place = {
    path: `${trailer.name}.1`,
    span: decoded.offsets(trailer.valueSpan({ ...leaf, element: 1 })),
  };
  const values = { tag: trailer.name, stated: stated.slice(0, 35), counted, contrl: '29' };
  diagnostics.add('SYNTAX_EDIFACT_COUNT', { values, place });
}

function checkReference(
  trailer: EdifactNode,
  expected: string | undefined,
  diagnostics: Diagnostics,
  decoded: Decoded,
): void {
  const stated = trailer.cell(2, 1);
  if (stated === expected) return;
  const place = {
    path: `${trailer.name}.2`,
    span: decoded.offsets(trailer.valueSpan({ ...leaf, element: 2 })),
  };
  const values = {
    tag: trailer.name,
    stated: (stated ?? '').slice(0, 35),
    expected: (expected ?? '').slice(0, 35),
    contrl: '28',
  };
  diagnostics.add('SYNTAX_EDIFACT_REFERENCE', { values, place });
}

const leaf = { at: 'cell', element: 1, component: 1, repetition: 1 } as const;
