export { compareReadings, readingOutcomes, type ReadingOutcome } from './compare-readings.js';
export * from './dry-run.js';
