import TestSequencer from '@jest/test-sequencer';

/** Specs that mostly wait for processes of their own come before those that compute, the larger first. */
const first = ['/test/chaos/', '/test/e2e/'];

const rank = ({ path }) => {
  const at = first.findIndex((folder) => path.includes(folder));
  return at < 0 ? first.length : at;
};

/** So that no long one begins when the others are done. */
export default class WaitingFirst extends TestSequencer {
  sort(tests) {
    const usual = super.sort(tests);
    return first
      .map((_, at) => at)
      .concat(first.length)
      .flatMap((at) => usual.filter((test) => rank(test) === at));
  }
}
