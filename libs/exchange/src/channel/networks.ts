import { BlockList, isIP } from 'node:net';
import { fail, ok, type Fault, type Result } from '#kernel';
import { deliveryFaults } from './faults.js';

/**
 * Networks that no delivery goes to unless the operator allows it: this host, private and link-local networks (with
 * the metadata services of cloud hosts), and what IANA reserves (RFC 6890 and the special-purpose registries).
 */
const reservedIpv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

/** Of IPv6 only 2000::/3 is in public use; within it these carry an IPv4 address or are reserved. */
const globalIpv6 = ['2000::/3'];
const reservedIpv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const ipv4Reserved = known(reservedIpv4);
const ipv6Reserved = known(reservedIpv6);
const ipv6Global = known(globalIpv6);
const loopback = known(['127.0.0.0/8', '::1/128']);

/** An address of the public Internet. IPv4 written as IPv6 is not: nobody needs to write it so. */
export function isPublic(address: string): boolean {
  if (isIP(address) === 4) return !contains(ipv4Reserved, address);
  return contains(ipv6Global, address) && !contains(ipv6Reserved, address);
}

export const isLoopback = (address: string): boolean => contains(loopback, address);

export function contains(networks: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && networks.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Networks as an operator writes them: `10.20.0.0/16`, `fd00::/8`, or one address. */
export function parseNetworks(texts: readonly string[]): Result<BlockList, Fault[]> {
  const networks = new BlockList();
  const wrong = texts.filter((text) => !add(networks, text.trim()));
  return wrong.length === 0
    ? ok(networks)
    : fail(wrong.map((network) => deliveryFaults.make('DELIVERY_NETWORK', { values: { network } })));
}

function add(networks: BlockList, text: string): boolean {
  const [, address = '', prefix] = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(address);
  const bits = family === 4 ? 32 : 128;
  const length = prefix === undefined ? bits : Number(prefix);
  if (family === 0 || length > bits) return false;
  networks.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6');
  return true;
}

function known(texts: readonly string[]): BlockList {
  const parsed = parseNetworks(texts);
  if (!parsed.ok) throw new Error('a network of this file is wrong');
  return parsed.value;
}
