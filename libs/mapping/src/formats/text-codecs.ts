import type { Codec } from './codec.js';

/** Letters in one case, both ways: what is written is read again as it is where the document keeps to it too. */
export function letters(change: (text: string) => string): Codec {
  return {
    read: (value) => change(value),
    write: (value) => (typeof value === 'string' ? change(value) : undefined),
  };
}

/** Filled up to a width. What is longer does not fit. */
export function padding(width: number, fill: string, side: 'left' | 'right'): Codec | undefined {
  if (!isWhole(width, 1, 10_000) || fill.length !== 1) return undefined;
  if (side !== 'left' && side !== 'right') return undefined;
  return {
    read: (value) => stripped(value, fill, side),
    write(value) {
      if (typeof value !== 'string' || value.length > width) return undefined;
      return side === 'left' ? value.padStart(width, fill) : value.padEnd(width, fill);
    },
  };
}

/** Of a text that is filling alone one character is left: `000` is `0`. */
function stripped(value: string, fill: string, side: 'left' | 'right'): string {
  let from = 0;
  let to = value.length;
  if (side === 'left') while (from < to - 1 && value[from] === fill) from++;
  else while (to > 1 && value[to - 1] === fill) to--;
  return value.slice(from, to);
}

/** Characters that people put between: `TCLU 123456-7`. They are not written. */
export function without(characters: string): Codec | undefined {
  if (characters === '') return undefined;
  const dropped = new Set(characters);
  return {
    read(value) {
      const left = [...value].filter((character) => !dropped.has(character)).join('');
      return left === '' ? undefined : left;
    },
    write: (value) => (typeof value === 'string' ? value : undefined),
  };
}

/** A decimal in another unit: with 3, `1.08` t is `1080` kg. Digits are moved, nothing is computed. */
export function scaled(digits: number): Codec | undefined {
  if (!isWhole(digits, -9, 9)) return undefined;
  return {
    read: (value, comma) => moved(comma ? value.replace(',', '.') : value, digits),
    write: (value) => (typeof value === 'string' ? moved(value, -digits) : undefined),
  };
}

const decimal = /^([+-]?)(\d*)(?:\.(\d*))?$/;

function moved(value: string, digits: number): string | undefined {
  const [, sign = '', whole = '', fraction = ''] = decimal.exec(value) ?? [];
  if (whole === '' && fraction === '') return undefined;
  const left = whole.padStart(Math.max(0, -digits) + 1, '0');
  const right = fraction.padEnd(Math.max(0, digits), '0');
  const all = left + right;
  const point = left.length + digits;
  const before = all.slice(0, point).replace(/^0+(?=\d)/, '');
  const after = all.slice(point);
  return sign + before + (after === '' ? '' : `.${after}`);
}

const isWhole = (number: number, min: number, max: number): boolean =>
  Number.isInteger(number) && number >= min && number <= max;
