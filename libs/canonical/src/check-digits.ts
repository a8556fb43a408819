/** Values of the letters: A is 10, then upwards without the multiples of 11 (ISO 6346 annex A). */
const letterValues = letters();

/**
 * The check digit that an ISO 6346 container number must have, from its first ten places.
 * `undefined` when the text does not have the form of one: four letters and seven digits.
 *
 * @example
 * containerCheckDigit('CSQU3054383'); // 3
 */
export function containerCheckDigit(number: string): number | undefined {
  if (!/^[A-Z]{4}[0-9]{7}$/.test(number)) return undefined;
  let sum = 0;
  for (let place = 0; place < 10; place++) {
    const sign = number.charAt(place);
    sum += (letterValues.get(sign) ?? Number(sign)) * 2 ** place;
  }
  return (sum % 11) % 10;
}

/** Whether a seven-digit IMO number, with or without the prefix IMO, has the check digit it must have. */
export function isImoNumber(text: string): boolean {
  const digits = /^(?:IMO ?)?([0-9]{7})$/.exec(text)?.[1];
  if (digits === undefined) return false;
  let sum = 0;
  for (let place = 0; place < 6; place++) sum += Number(digits.charAt(place)) * (7 - place);
  return sum % 10 === Number(digits.charAt(6));
}

function letters(): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  let value = 10;
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    if (value % 11 === 0) value++;
    values.set(letter, value++);
  }
  return values;
}
