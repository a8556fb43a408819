import fc from 'fast-check';

/**
 * Properties are tried on the same documents in every run, so that a failure is of the change at hand.
 * `PROPERTY_SEED=<number>` tries others, `PROPERTY_SEED=random` others each time; a failure prints its seed.
 */
const seed = process.env['PROPERTY_SEED'] ?? '20261123';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
