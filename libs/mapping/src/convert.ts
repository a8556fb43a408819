import type { Json } from '#kernel';
import type { Leaf, SourceNode } from '#syntax';
import { isDtmCode, notAfter, readDtm } from './formats/dtm.js';
import type { ValuePlan } from './plan.js';
import type { ReadRun } from './reading.js';

export type Convert = (text: string, node: SourceNode, leaf: Leaf, run: ReadRun) => Json | undefined;

/** From the text of the message to the value of the document; a text that does not fit becomes a fault and a gap. */
export function compileConvert(rule: ValuePlan): Convert {
  const { format, codes, pointer } = rule;
  const inner = format.dtm ? dtmConvert(rule, format.dtm) : plainConvert(rule);
  if (!codes) return inner;
  return (text, node, leaf, run) => {
    const value = inner(text, node, leaf, run);
    if (typeof value !== 'string') return value;
    const code = codes.toDocument.get(value);
    if (code === undefined) {
      run.fault('MAPPING_CODE', pointer, node, leaf, { table: codes.name, value: shown(value) });
    }
    return code ?? value;
  };
}

function plainConvert({ format, pointer }: ValuePlan): Convert {
  const { codec, piece, exact, name } = format;
  return (text, node, leaf, run) => {
    const value = piece ? piece.read(text) : exact ? text : text.trim();
    if (piece && value === '') return undefined;
    if (!codec) return value;
    const converted = codec.read(value, run.comma);
    if (converted === undefined) {
      run.fault('MAPPING_VALUE', pointer, node, leaf, { value: shown(value), format: name });
    }
    return converted;
  };
}

function dtmConvert(
  { format, pointer }: ValuePlan,
  { code, zone }: { code: string; zone: string | undefined },
): Convert {
  return (text, node, leaf, run) => {
    const value = text.trim();
    const beside = (by: number): string | undefined =>
      leaf.at === 'cell' ? node.value({ ...leaf, component: leaf.component + by })?.trim() : undefined;
    const stated = beside(1);
    const near = stated === '305' || stated === '306' ? run.prepared : undefined;
    const read = readDtm(value, stated, zone, code, near);
    if (!read && unset.test(value)) {
      run.fault('MAPPING_DTM_ZERO', pointer, node, leaf, { value: shown(value) });
      return undefined;
    }
    if (!read) {
      const unknown = stated !== undefined && !isDtmCode(stated);
      const values = { value: shown(value), format: unknown ? shown(stated) : format.name };
      run.fault(unknown ? 'MAPPING_DTM_CODE' : 'MAPPING_VALUE', pointer, node, leaf, values);
      return undefined;
    }
    const at = beside(-1) === dateOfBirth ? notAfter(read.value, value, run.prepared) : read.value;
    if (read.odd) {
      run.fault('MAPPING_DTM', pointer, node, leaf, { value: shown(value), format: shown(stated ?? '') });
    }
    if (read.note) {
      const values = { value: shown(value), format: shown(stated ?? ''), read: at };
      run.fault(noteCodes[read.note], pointer, node, leaf, values);
    }
    return at;
  };
}

const noteCodes = {
  zone: 'MAPPING_DTM_ZONE',
  period: 'MAPPING_DTM_PERIOD',
  year: 'MAPPING_DTM_YEAR',
  part: 'MAPPING_DTM_PART',
} as const;

/** Written by systems that have no date, where it is no midnight either. */
const unset = /^0{4,}$/;

/** DE 2005: nobody is born after the message that tells of it. */
const dateOfBirth = '329';

/** Values in faults are cut: a fault is for reading. */
export const shown = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);
