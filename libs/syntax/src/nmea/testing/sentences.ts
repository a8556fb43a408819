/** Numbers with their bits, one after the other, as the payload of a message. */
export function payloadOf(
  fields: readonly (readonly [value: number, bits: number])[],
): readonly [string, number] {
  const bits = fields
    .map(([value, length]) => (value < 0 ? value + 2 ** length : value).toString(2).padStart(length, '0'))
    .join('');
  const fill = (6 - (bits.length % 6)) % 6;
  const padded = bits + '0'.repeat(fill);
  const payload = Array.from({ length: padded.length / 6 }, (_, i) => {
    const value = parseInt(padded.slice(i * 6, i * 6 + 6), 2);
    return String.fromCharCode(value < 40 ? value + 48 : value + 56);
  });
  return [payload.join(''), fill];
}

export const textBits = (text: string, characters: number): (readonly [number, number])[] =>
  Array.from({ length: characters }, (_, i) => {
    const unit = text.charCodeAt(i);
    return [Number.isNaN(unit) ? 0 : unit >= 64 ? unit - 64 : unit, 6] as const;
  });

export function sentence(body: string): string {
  const sum = [...body].reduce((all, character) => all ^ character.charCodeAt(0), 0);
  return `!${body}*${sum.toString(16).toUpperCase().padStart(2, '0')}`;
}

export interface Position {
  readonly status?: number;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly speed?: number;
}

/** Message 1 of a ship off Dalian. */
export function position(
  mmsi: number,
  { status = 0, latitude = 38.95, longitude = 121.7, speed = 123 }: Position = {},
): string {
  const [payload, fill] = payloadOf([
    [1, 6],
    [0, 2],
    [mmsi, 30],
    [status, 4],
    [0, 8],
    [speed, 10],
    [1, 1],
    [Math.round(longitude * 600_000), 28],
    [Math.round(latitude * 600_000), 27],
    [2715, 12],
    [270, 9],
    [30, 6],
    [0, 25],
  ]);
  return sentence(`AIVDM,1,1,,A,${payload},${fill}`);
}

/** Message 5 in two sentences. */
export function voyage(
  mmsi: number,
  destination: string,
  [month, day, hour, minute]: readonly number[] = [3, 12, 4, 30],
  { imo = 9702376, channels = 'BB' } = {},
): string {
  const [payload, fill] = payloadOf([
    [5, 6],
    [0, 2],
    [mmsi, 30],
    [0, 2],
    [imo, 30],
    ...textBits('BLH8', 7),
    ...textBits('LIAO HAI 8', 20),
    [70, 8],
    [200, 9],
    [45, 9],
    [17, 6],
    [20, 6],
    [1, 4],
    [month ?? 0, 4],
    [day ?? 0, 5],
    [hour ?? 24, 5],
    [minute ?? 60, 6],
    [125, 8],
    ...textBits(destination, 20),
    [0, 2],
  ]);
  const first = sentence(`AIVDM,2,1,3,${channels[0] ?? ''},${payload.slice(0, 60)},0`);
  return `${first}\n${sentence(`AIVDM,2,2,3,${channels[1] ?? ''},${payload.slice(60)},${fill}`)}`;
}
