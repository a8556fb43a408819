import { ok, type Fault, type Result } from '#kernel';
import type { Actor } from '#store';
import type { FederationParts } from './parts.js';
import { publish } from './publish.js';

/**
 * Makes a new key of this node. It signs as soon as the others can know it: at once where there are no others, with
 * the next directory at the province, elsewhere when the directory is back that has it. The key before it verifies
 * for a while yet.
 *
 * @returns the kid of the new key
 */
export function rollKey(parts: FederationParts, actor: Actor): Promise<Result<string, Fault>> {
  return parts.administration.act(actor, async ({ federation: fed }) => {
    await fed.lock();
    const key = parts.keyring.make();
    await fed.makeKey(key, false);
    const member = await fed.membership();
    if (!member) await fed.activate([key.kid], parts.keyOverlapMs);
    else if (member.province === parts.self.code)
      await publish(fed, parts, parts.endpoint ?? member.endpoint);
    return ok(key.kid);
  });
}
