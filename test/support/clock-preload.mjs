// Loaded into a process before its program: its wall clock is off by what a file says, in milliseconds, and jumps
// when that changes. What measures time and does not tell it (performance.now, timers) goes on, as it does on a machine.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setInterval } from 'node:timers';

const file = process.env.CLOCK_SHIFT_FILE;
const Real = Date;
let shift = 0;

function look() {
  try {
    shift = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    shift = 0;
  }
}

if (file !== undefined) {
  look();
  setInterval(look, 20).unref();
  const now = () => Real.now() + shift;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
