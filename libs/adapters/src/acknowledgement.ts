import type { Fault } from '#kernel';
import type { Adapter, Outcome } from './contract.js';
import { aperak } from './edifact/aperak.js';
import { isAboutSyntax } from './edifact/contrl.js';

/**
 * The forms that the answer to a message is had in: `contrl` and `aperak` for EDIFACT, of the syntax and of the
 * application; `own` is what any other system expects, such as the answer XML of the electronic port.
 */
export const acknowledgementForms = ['contrl', 'aperak', 'own'] as const;
export type AcknowledgementForm = (typeof acknowledgementForms)[number];

export interface Acknowledgement {
  readonly form: AcknowledgementForm;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The forms that an adapter answers in, the one that says all outcomes first; none where its system expects no answer. */
export function formsOfAnswer(adapter: Adapter): readonly AcknowledgementForm[] {
  if (!adapter.acknowledge) return [];
  return adapter.syntax === 'edifact' ? ['contrl', 'aperak'] : ['own'];
}

/** Which form says most of an outcome: errors of the application of EDIFACT are said by APERAK. */
export function bestForm(adapter: Adapter, faults: readonly Fault[]): AcknowledgementForm | undefined {
  const forms = formsOfAnswer(adapter);
  const errors = faults.filter(({ severity }) => severity === 'error');
  return forms.includes('aperak') && errors.length > 0 && !errors.some(isAboutSyntax) ? 'aperak' : forms[0];
}

/** Undefined where the adapter has no answer in that form. */
export function acknowledgementIn(
  form: AcknowledgementForm,
  adapter: Adapter,
  outcome: Outcome,
): Acknowledgement | undefined {
  if (!adapter.acknowledge || !formsOfAnswer(adapter).includes(form)) return undefined;
  const bytes = form === 'aperak' ? aperak(outcome) : adapter.acknowledge(outcome);
  return { form, mediaType: adapter.mediaTypes[0] ?? 'application/octet-stream', bytes };
}
