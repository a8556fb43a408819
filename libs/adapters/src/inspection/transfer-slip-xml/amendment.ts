import type { Fault, Json, JsonObject } from '#kernel';
import { adapterFaults } from '../../faults.js';

/**
 * By the rules of electronic transfer the office of the port may amend a transfer only while the total value does not
 * change by more than this many percent; beyond it a new application is due.
 */
const mostPercent = 10n;

/** Warns about an amendment that changes the total value by more than the rules allow, where the slip says both values. */
export function checkAmendment(body: JsonObject): Fault[] {
  const { original, amended } = valuesOf(body);
  if (original === undefined || amended === undefined) return [];
  const [before, after] = alike(original, amended);
  if (before <= 0n) return [];
  const change = after > before ? after - before : before - after;
  if (change * 100n <= before * mostPercent) return [];
  const place = { pointer: '/amendment/totalValue/amended' };
  const values = { original, amended, limit: Number(mostPercent) };
  return [adapterFaults.make('ADAPTER_AMENDMENT_BEYOND', { place, values })];
}

function valuesOf({ amendment }: JsonObject): { original?: string; amended?: string } {
  const total = member(amendment, 'totalValue');
  const [original, amended] = [member(total, 'original'), member(total, 'amended')];
  return {
    ...(typeof original === 'string' ? { original } : {}),
    ...(typeof amended === 'string' ? { amended } : {}),
  };
}

function member(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) ? value[name] : undefined;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Two decimals as integers of one scale: money is not counted in floating point. */
function alike(...decimals: readonly [string, string]): readonly [bigint, bigint] {
  const scale = Math.max(...decimals.map((text) => fraction(text).length));
  const [first, second] = decimals.map((text) => {
    const digits = `${text.replace(/^[+-]/, '').split('.')[0] ?? ''}${fraction(text).padEnd(scale, '0')}`;
    return BigInt(digits === '' ? '0' : digits) * (text.startsWith('-') ? -1n : 1n);
  });
  return [first ?? 0n, second ?? 0n];
}

const fraction = (text: string): string => text.split('.')[1] ?? '';
