import { fail, ok, type Fault, type Result } from '#kernel';
import type { Actor, Federation } from '#store';
import { federationFaults } from './faults.js';
import type { FederationParts } from './parts.js';
import { publish } from './publish.js';

/**
 * Makes a new key of this node. It signs as soon as the others can know it: at once where there are no others, with
 * the next directory at the province, elsewhere when the directory is back that has it. The key before it verifies
 * for a while yet.
 *
 * @param leaked the key before it is in wrong hands: it verifies nothing from now on and hands over to nothing, so
 *   whoever has it pinned must join anew. Not for a city: its province revokes it
 * @returns the kid of the new key
 */
export async function rollKey(
  parts: FederationParts,
  actor: Actor,
  leaked = false,
): Promise<Result<string, Fault>> {
  const { administration, keyring, keyOverlapMs, self } = parts;
  const rolled = await administration.act(actor, async ({ federation: fed }) => {
    await fed.lock();
    const province = (await fed.membership())?.province;
    if (leaked && province !== undefined && province !== self.code)
      return fail(federationFaults.make('FEDERATION_JOINED_ALREADY', { values: { province } }));
    const key = keyring.make();
    await fed.makeKey(key, false);
    if (leaked || province === undefined) await fed.activate([key.kid], leaked ? 0 : keyOverlapMs);
    else await published(fed, parts);
    return ok(key.kid);
  });
  if (!rolled.ok || !leaked) return rolled;
  // The directory that says so is signed with the new key: it must be in hand first.
  await keyring.refresh();
  return administration.act(actor, async ({ federation: fed }) => {
    await fed.lock();
    await published(fed, parts);
    return rolled;
  });
}

async function published(fed: Federation, parts: FederationParts): Promise<void> {
  const member = await fed.membership();
  if (member?.province === parts.self.code) await publish(fed, parts, parts.endpoint ?? member.endpoint);
}
