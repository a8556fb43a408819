let lastTime = 0;
let counter = 0;
const random = new Uint8Array(16 * 256);
let randomAt = random.length;

/**
 * A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then a 12-bit counter that grows within one
 * millisecond, then random bits. Ids made by one process sort in the order they were made, also when the clock
 * stands still or steps back.
 *
 * @param now Unix time in milliseconds
 */
export function uuidv7(now: number): string {
  if (now > lastTime) {
    lastTime = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastTime++;
    counter = 0;
  }
  if (randomAt >= random.length) {
    for (let at = 0; at < random.length; at += 1024) crypto.getRandomValues(random.subarray(at, at + 1024));
    randomAt = 0;
  }
  const time = lastTime.toString(16).padStart(12, '0');
  const variant = (0x80 | ((random[randomAt] ?? 0) & 0x3f)).toString(16);
  let tail = '';
  for (let i = 1; i < 8; i++) tail += (random[randomAt + i] ?? 0).toString(16).padStart(2, '0');
  randomAt += 8;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => uuid.test(text);

/** The Unix time in milliseconds that a version 7 id was made at. */
export const timeOfId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
