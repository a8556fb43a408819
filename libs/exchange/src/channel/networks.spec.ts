import { contains, isLoopback, isPublic, parseNetworks } from './networks.js';

describe('an address', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '223.5.5.5',
    '172.15.255.255',
    '172.32.0.0',
    '100.128.0.1',
    '2400:3200::1',
    '2606:4700::1111',
  ])('%s is public', (address) => expect(isPublic(address)).toBe(true));

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.9',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    '4000::1',
    'not an address',
    '',
  ])('%s is not public', (address) => expect(isPublic(address)).toBe(false));

  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['10.0.0.1', false],
    ['::2', false],
    ['localhost', false],
  ])('%s is loopback: %s', (address, expected) => expect(isLoopback(address)).toBe(expected));
});

describe('parseNetworks', () => {
  it('reads networks and single addresses of both families', () => {
    const networks = parseNetworks(['10.20.0.0/16', 'fd00::/8', ' 192.168.1.7 ']);
    if (!networks.ok) throw new Error('refused');
    const inside = ['10.20.255.1', 'fd12::1', '192.168.1.7', '10.21.0.1', '192.168.1.8'].map((address) =>
      contains(networks.value, address),
    );
    expect(inside).toEqual([true, true, true, false, false]);
  });

  it.each(['10.20.0.0/33', 'fd00::/129', '10.20/16', 'localhost', '', '10.20.0.0/', '10.20.0.0/-1'])(
    'refuses "%s"',
    (text) => {
      expect(parseNetworks([text])).toMatchObject({ ok: false, error: [{ code: 'DELIVERY_NETWORK' }] });
    },
  );
});
