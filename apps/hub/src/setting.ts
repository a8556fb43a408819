export interface Setting {
  readonly name: string;
  readonly standard: string | undefined;
  readonly zh: string;
  readonly en: string;
  /** Why a value is refused; `undefined` when it is fine. */
  readonly refuse?: (value: string) => string | undefined;
}

/** Why a text is no whole number from one to the other. */
export const whole = (min: number, max: number) => (value: string) =>
  /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max
    ? undefined
    : `a whole number from ${min} to ${max}`;
export const oneOf =
  (...values: string[]) =>
  (value: string) =>
    values.includes(value) ? undefined : `one of ${values.join(', ')}`;
export const shortText = (value: string) => (value.length <= 200 ? undefined : 'at most 200 characters');
