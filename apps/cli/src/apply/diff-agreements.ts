import type { JsonObject } from '#kernel';
import type { CurrentAgreement } from './current-setup.js';
import { nameOf, type WantedAgreement } from './setup-file.js';
import { differences, Findings, type SetupIndex } from './setup-index.js';

const api = '/v1/admin/agreements';

/**
 * Agreements have no code: the latest of the same parties, type and purpose is the one that is meant. One that was
 * revoked stays so, unless the file says `granted` in so many words, which makes a new one.
 */
export function diffAgreements(index: SetupIndex, wanted: readonly WantedAgreement[]): Findings {
  const findings = new Findings();
  for (const one of wanted) {
    const name = nameOf.agreements(one);
    findings.refersTo(index, `agreement ${name}`, one.owner, one.consumer);
    const now = index.agreements.get(name)?.at(-1);
    if (now?.state === 'revoked' && one.state === undefined)
      findings.notes.push(`agreement ${name} was revoked and is not granted again`);
    else if (now?.state === 'revoked' && one.state === 'revoked') continue;
    else if (!now || now.state === 'revoked') create(findings, name, one);
    else change(findings, name, now, one);
  }
  return findings;
}

/** There is nothing to suspend or revoke in one that never was. */
function create(findings: Findings, name: string, { state, ...one }: WantedAgreement): void {
  if (state === undefined || state === 'granted') findings.create('agreement', name, api, { ...one });
  else findings.notes.push(`agreement ${name} is to be ${state} and does not exist`);
}

function change(
  findings: Findings,
  name: string,
  now: CurrentAgreement,
  { state, ...one }: WantedAgreement,
): void {
  const path = `${api}/${now.id}`;
  const { condition, fields, personal = false, validFrom, validTo } = one;
  const wanted: JsonObject = {
    condition,
    fields,
    personal,
    validTo: instant(validTo),
    // Absent means from when it was made, which is what stands there.
    ...(validFrom === undefined ? {} : { validFrom: instant(validFrom) }),
  };
  findings.change('agreement', name, path, now.version, differences({ ...now }, wanted));
  const acts = { granted: 'grant', suspended: 'suspend', revoked: 'revoke' };
  if (state !== undefined && state !== now.state) findings.enter(acts[state], 'agreement', name, path);
}

/** The same moment in the form that the API gives. */
const instant = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : new Date(text).toISOString();
