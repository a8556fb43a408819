import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { advisoryLocks } from './advisory-locks.js';

const root = join(import.meta.dirname, '../../..');
const sources = ['libs', 'apps'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.spec\.ts$|testing/.test(name))
    .map((name) => join(folder, name)),
);

it('gives every lock a number of its own', () => {
  const numbers = Object.values(advisoryLocks);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('is where the numbers of all locks stand', () => {
  const locking = sources.filter((name) => /advisory_(?:xact_)?lock\(/.test(read(name)));
  expect(locking.length).toBeGreaterThan(5);
  const others = locking.filter((name) => {
    const text = read(name);
    const locks = text.match(/advisory_(?:xact_)?lock\([^)]*\)/g) ?? [];
    const hashed = locks.every((lock) => lock.includes('hashtextextended'));
    return !hashed && !/\[advisoryLocks\.\w+\]/.test(text.replace(/\s+/g, '').replace(/,\]/g, ']'));
  });
  expect(others).toEqual([]);
});

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
