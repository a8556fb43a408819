import { box, consignment, consignmentsPerCall, serial, vesselCall } from './consignment.js';
import type { Box, Kind, VesselCall } from './consignment.js';

export interface CoarriOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Boxes in the report. Default 20. Those past the call's own consignments are transit boxes without a bill. */
  readonly containers?: number;
  /** `import` reports a discharge, `export` a loading. Default `import`. */
  readonly kind?: Kind;
}

interface Move {
  readonly box: Box;
  readonly bill?: string;
}

/** Transit boxes come from a range of their own: the boxes of consignments reach it after 900,000 bills. */
const firstTransitBox = 1_800_000;
const transitBoxes = 200_000;
const transitBoxesPerCall = 400;

/**
 * The terminal's report on vessel call `n` (COARRI D.95B ITG12): the boxes of the consignments that
 * `declarationXml(n * 40 …)` declares, in the order of their bills.
 *
 * @example coarri(3, { containers: 12 })
 */
export function coarri(n: number, options: CoarriOptions = {}): Buffer {
  const { seed = 1, containers = 20, kind = 'import' } = options;
  const call = vesselCall(n, seed);
  const reference = `${kind === 'import' ? 'D' : 'L'}${serial(n, seed)}`;
  const moves = movesOf(call, seed, kind, containers);
  const segments = [
    ...opening(call, reference, kind),
    ...moves.flatMap((move, at) => boxSegments(call, move, at, kind)),
    `CNT+16:${moves.length}`,
  ];
  const sent = stamp(call.arrival + workTime(moves.length));
  const interchange = [
    `UNB+UNOA:2+${call.terminal.code}+LNEPORT+${sent.slice(2, 8)}:${sent.slice(8)}+${reference}`,
    ...segments,
    `UNT+${segments.length + 1}+${reference}1`,
    `UNZ+1+${reference}`,
  ];
  return Buffer.from(interchange.map((segment) => `${segment}'\n`).join(''), 'latin1');
}

function movesOf(call: VesselCall, seed: number, kind: Kind, wanted: number): Move[] {
  const moves: Move[] = [];
  const first = call.number * consignmentsPerCall;
  for (let at = first; at < first + consignmentsPerCall && moves.length < wanted; at++) {
    const goods = consignment(at, seed, kind);
    moves.push(...goods.boxes.map((each) => ({ box: each, bill: goods.bill })));
  }
  for (let at = moves.length; at < wanted; at++) {
    const turn = (call.number * transitBoxesPerCall + at) % transitBoxes;
    moves.push({ box: box(firstTransitBox + turn, seed, call.carrier) });
  }
  return moves.slice(0, wanted);
}

function opening(call: VesselCall, reference: string, kind: Kind): string[] {
  const port = call.terminal.port;
  return [
    `UNH+${reference}1+COARRI:D:95B:UN:ITG12`,
    `BGM+${kind === 'import' ? '44' : '46'}+${reference}+9`,
    `TDT+20+${call.voyage}+1++${call.carrier.code}:172:20+++${call.imo}:146:11:${call.vessel}`,
    `LOC+${kind === 'import' ? '11' : '9'}+${port}:139:6+${call.terminal.code}:72`,
    `DTM+178:${stamp(call.arrival)}:203`,
    `NAD+CF+${call.carrier.code}:160:20`,
  ];
}

function boxSegments(call: VesselCall, move: Move, at: number, kind: Kind): string[] {
  const { box: each, bill } = move;
  const home = call.terminal.port;
  const abroad = call.foreignPort.code;
  const [load, discharge] = kind === 'import' ? [abroad, home] : [home, abroad];
  return [
    `EQD+CN+${each.number}+${each.sizeType}:102:5++${kind === 'import' ? '3' : '2'}+5`,
    ...(bill === undefined ? [] : [`RFF+BM:${bill}`]),
    `DTM+203:${stamp(call.arrival + workTime(at))}:203`,
    `LOC+147+${each.stowage}::5`,
    `LOC+9+${load}:139:6`,
    `LOC+11+${discharge}:139:6`,
    `MEA+AAE+G+KGM:${each.grossKg}`,
    `SEL+${each.seal}+CA`,
  ];
}

/** A crane moves a box in two and a half minutes. */
const workTime = (boxes: number): number => 3_600_000 + boxes * 150_000;

/** CCYYMMDDHHMM in the time of China, format qualifier 203. */
const stamp = (time: number): string =>
  new Date(time + 8 * 3_600_000).toISOString().slice(0, 16).replace(/[-T:]/g, '');
