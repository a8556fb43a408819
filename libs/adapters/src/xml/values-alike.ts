import type { Fault, Json, JsonObject } from '#kernel';
import { adapterFaults } from '../faults.js';

/** Faults about one document that are told. */
const most = 100;

/** Members of an item that one line may hold: larger ones are not doubled by mistake. */
const small = 3;

/** Warns where a list of plain values or small items says the same twice in a row: a line may have been doubled. */
export function valuesAlike(body: JsonObject): Fault[] {
  const found: Fault[] = [];
  look(body, '', found);
  return found;
}

function look(value: Json | undefined, pointer: string, found: Fault[]): void {
  if (typeof value !== 'object' || value === null || found.length >= most) return;
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    list.forEach((item, index) => {
      const place = { pointer: `${pointer}/${index}` };
      const said = plain(item);
      if (said !== undefined && index > 0 && said === plain(list[index - 1])) {
        const values = { line: said.slice(0, 64) };
        found.push(adapterFaults.make('ADAPTER_LINES_ALIKE', { place, values }));
      } else look(item, place.pointer, found);
    });
    return;
  }
  const members: [string, Json | undefined][] = Object.entries(value);
  for (const [name, inner] of members) look(inner, `${pointer}/${name}`, found);
}

function plain(item: Json | undefined): string | undefined {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const values: (Json | undefined)[] = Object.values(item);
  const flat = values.length <= small && values.every((value) => typeof value === 'string');
  return flat ? values.join(' ') : undefined;
}
