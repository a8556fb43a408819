import { checkFields } from '#routing';
import type { Adapter } from '#adapters';
import type { Fault } from '#kernel';
import type { Setup, SetupAgreement } from '#store';
import { selfServiceFaults } from './faults.js';

/** What a subscription asks for. */
export interface SubscriptionWishes {
  readonly documentTypes?: readonly string[] | undefined;
  readonly fields?: readonly string[] | null | undefined;
  readonly format?: string | null | undefined;
}

/** The agreements that let a participant have something now. */
export const rightsOf = (setup: Setup, participantId: string, now: number): readonly SetupAgreement[] =>
  setup.agreements.filter(
    ({ consumerId, state, validTo }) =>
      consumerId === participantId && state === 'granted' && (validTo === undefined || validTo > now),
  );

/** Everything that is wrong with it, at its place in the request. */
export function wishFaults(
  wishes: SubscriptionWishes,
  rights: readonly SetupAgreement[],
  adapters: readonly Adapter[],
): Fault[] {
  const { documentTypes = [], fields, format } = wishes;
  return [
    ...documentTypes.flatMap((type, at) => rightFault(type, at, rights)),
    ...checkFields(fields ?? []).map((fault) => ({ ...fault, place: { pointer: '/fields' } })),
    ...(format === null || format === undefined ? [] : formatFaults(format, documentTypes, adapters)),
  ];
}

function rightFault(type: string, at: number, rights: readonly SetupAgreement[]): Fault[] {
  const granted = rights.some(
    ({ documentType }) => type === '*' || documentType === '*' || documentType === type,
  );
  if (granted) return [];
  const place = { pointer: `/documentTypes/${at}` };
  return [selfServiceFaults.make('SUBSCRIPTION_NO_RIGHT', { values: { type }, place })];
}

/** A format is an adapter that makes messages of every type asked for. */
function formatFaults(format: string, types: readonly string[], adapters: readonly Adapter[]): Fault[] {
  const writes = ({ mapping }: Adapter, type: string): boolean =>
    mapping.documents.some((document) => document.type === type);
  const adapter = adapters.find(({ id }) => id === format);
  return types
    .filter((type) => !adapter || !writes(adapter, type))
    .map((type) => {
      const known = adapters.filter((one) => writes(one, type)).map(({ id }) => id);
      const values = { format: format.slice(0, 80), type, known: known.join(', ') };
      const place = { pointer: '/format' };
      return selfServiceFaults.make('SUBSCRIPTION_FORMAT_UNKNOWN', { values, place });
    });
}
