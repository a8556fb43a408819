import { isSecure } from './peer-channel.js';

it.each([
  ['https://port.yingkou.example', true],
  ['https://10.1.2.3:8443/base', true],
  ['http://127.0.0.1:8080', true],
  ['http://[::1]:8080', true],
  ['http://localhost:8080', true],
  ['http://port.yingkou.example', false],
  ['http://10.1.2.3', false],
  ['http://127.0.0.1.example', false],
  ['yingkou', false],
])('%s may be sent documents: %s', (endpoint, expected) => expect(isSecure(endpoint)).toBe(expected));
