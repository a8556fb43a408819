import type { TreeNode } from '#syntax';
import type { Format } from '../definition.js';
import type { Codec } from './codec.js';

/** Places that an exponent may move the point by: beyond it nothing is meant that a document could say. */
const maxExponent = 30;

/** A number as programs print it, also with an exponent: the same decimal, digit for digit. `2.50e3` is `2500`. */
export const number: Codec = {
  read(text) {
    const [, sign = '', whole = '', fraction = '', exponent] =
      /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/.exec(text) ?? [];
    if (whole + fraction === '') return undefined;
    if (exponent === undefined) return text;
    const by = Number(exponent);
    if (Math.abs(by) > maxExponent) return undefined;
    const digits = `${'0'.repeat(maxExponent)}${whole}${fraction}`.padEnd(
      maxExponent + whole.length + Math.max(by, 0),
      '0',
    );
    const point = maxExponent + whole.length + by;
    const before = digits.slice(0, point).replace(/^0+(?=\d)/, '');
    const after = digits.slice(point);
    return `${sign}${before}${after === '' ? '' : `.${after}`}`;
  },
  write: (value) =>
    typeof value === 'string' && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(value) ? value : undefined,
};

/** What a value of a format is in a syntax that tells numbers and booleans from texts. */
export function scalarOf(format: Format | undefined): TreeNode['scalar'] {
  if (format === 'count' || format === 'number') return 'number';
  const isFlag = typeof format === 'object' && 'flag' in format;
  return isFlag && format.flag.true === 'true' && format.flag.false === 'false' ? 'boolean' : undefined;
}
