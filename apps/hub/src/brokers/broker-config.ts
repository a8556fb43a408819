import { adapters } from '#adapters';
import { readBrokers, noBrokers, type BrokerSetup } from '#brokers';

/**
 * The brokers of this node.
 *
 * @param refuse told of each thing that is wrong with them
 */
export function brokerSetup(
  source: string | undefined,
  environment: NodeJS.ProcessEnv,
  refuse: (reason: string) => void,
): BrokerSetup {
  const read = readBrokers(source, environment);
  if (!read.ok) {
    read.error.forEach(refuse);
    return noBrokers;
  }
  for (const { name, adapter } of read.value.subscriptions)
    if (adapter !== undefined && !adapters.some(({ id }) => id === adapter))
      refuse(`subscriptions/${name}: there is no adapter ${adapter}`);
  return read.value;
}
