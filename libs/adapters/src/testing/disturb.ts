/** Ways to spoil a message whose single parts stay whole. */
export type Disturbance = 'leave out' | 'double' | 'swap';

export interface Disturbed {
  readonly what: string;
  readonly text: string;
}

/** Every part of a message left out, doubled or changed with the next one, one at a time. */
export function* disturbances(
  text: string,
  { separator, kinds }: { readonly separator: string; readonly kinds: readonly Disturbance[] },
): Generator<Disturbed> {
  const parts = text.split(separator);
  for (let at = 0; at < parts.length - 1; at++) {
    const [part = '', next = ''] = parts.slice(at);
    if (part.trim() === '') continue;
    const spoilt: Record<Disturbance, readonly string[]> = {
      'leave out': [...parts.slice(0, at), ...parts.slice(at + 1)],
      double: [...parts.slice(0, at), part, ...parts.slice(at)],
      swap: [...parts.slice(0, at), next, part, ...parts.slice(at + 2)],
    };
    for (const kind of kinds) yield { what: `${kind} ${part}`, text: spoilt[kind].join(separator) };
  }
}
