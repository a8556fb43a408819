/**
 * The last digit of a container number (ISO 6346 §3.1.3). Letters count 10, 12, 13 … 38 without the multiples of 11.
 *
 * @param owner three letters and the category letter: `LHSU`
 * @param serial six digits
 */
export function containerNumber(owner: string, serial: string): string {
  const body = owner + serial;
  let sum = 0;
  for (let at = 0; at < body.length; at++) sum += valueOf(body.charCodeAt(at)) * 2 ** at;
  return body + String((sum % 11) % 10);
}

function valueOf(code: number): number {
  if (code < 65) return code - 48;
  const plain = code - 55;
  return plain + Math.floor((plain - 1) / 10);
}

/** The IMO ship number of six digits: weights 7 to 2, the last digit of the sum (IMO A.1117(30)). */
export function imoNumber(body: string): string {
  let sum = 0;
  for (let at = 0; at < 6; at++) sum += Number(body[at]) * (7 - at);
  return body + String(sum % 10);
}
