import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type BlockList, type LookupFunction } from 'node:net';
import { fail, ok, type Fault, type Result } from '#kernel';
import { deliveryFaults } from './faults.js';
import { contains, isLoopback, isPublic } from './networks.js';

/** Characters of a destination's address. */
export const urlLimit = 2048;

/** Carries a fault through the callbacks of a connection. */
export class AddressRefused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.text.en);
  }
}

export type Resolve = (
  host: string,
  options: LookupOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const resolveBySystem: Resolve = (host, options, done) => lookup(host, { ...options, all: true }, done);

/**
 * Keeps deliveries out of networks that are not the subscriber's to reach (server-side request forgery). A name is
 * resolved once for each connection, every address it has is checked, and the connection goes to one of those that
 * were checked: a name that answers differently the next time gains nothing.
 */
export class AddressGuard {
  constructor(
    private readonly allowed: BlockList,
    private readonly resolve: Resolve = resolveBySystem,
  ) {}

  /**
   * What can be told of an address without resolving it. Ask when a destination is set up; it is asked again at
   * each delivery.
   */
  check(text: string): Result<URL, Fault> {
    const url = text.length <= urlLimit && URL.canParse(text) ? new URL(text) : undefined;
    const isHttp = url?.protocol === 'http:';
    if (!url || (!isHttp && url.protocol !== 'https:') || url.username || url.password)
      return fail(deliveryFaults.make('DELIVERY_URL', { values: { limit: urlLimit } }));
    const host = hostOf(url);
    if (isIP(host) === 0)
      return isHttp && !/^(?:[\w-]+\.)*localhost$/.test(host) ? fail(plainHttp(url.host)) : ok(url);
    const fault = this.refusal(host, url.host, isHttp);
    return fault ? fail(fault) : ok(url);
  }

  /** The `lookup` of a connection: gives checked addresses alone, or fails with `AddressRefused`. */
  lookup(plain: boolean): LookupFunction {
    return (host, options, done) => {
      this.resolve(host, options, (error, addresses) => {
        if (error) return done(error, '');
        for (const { address } of addresses) {
          const fault = this.refusal(address, host, plain);
          if (fault) return done(new AddressRefused(fault), '');
        }
        const [first] = addresses;
        if (!first) return done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
        return options.all ? done(null, addresses) : done(null, first.address, first.family);
      });
    };
  }

  private refusal(address: string, host: string, plain: boolean): Fault | undefined {
    if (plain && !isLoopback(address)) return plainHttp(host);
    if (isPublic(address) || contains(this.allowed, address)) return undefined;
    return deliveryFaults.make('DELIVERY_ADDRESS', { values: { host, address } });
  }
}

const plainHttp = (host: string): Fault => deliveryFaults.make('DELIVERY_PLAIN_HTTP', { values: { host } });

/** The host as an address or a name: IPv6 without its brackets. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
