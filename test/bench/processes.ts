import { readFile, readdir } from 'node:fs/promises';

export interface Usage {
  /** Processor milliseconds, user and system. */
  readonly cpuMs: number;
  /** Highest resident memory so far, in bytes. */
  readonly peakBytes: number;
}

/** The kernel's unit of time in /proc/PID/stat: 100 a second on every Linux that Node runs on. */
const tickMs = 10;

/** What a process used, without its children; zero where there is no /proc, and for a process that is gone. */
export async function usageOf(pid: number): Promise<Usage> {
  const stat = await statOf(pid);
  if (!stat) return { cpuMs: 0, peakBytes: 0 };
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return { cpuMs: stat.own * tickMs, peakBytes: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024 };
}

/**
 * Processor time of a PostgreSQL server: the postmaster, the children it has, and the children it had.
 * Resident memory of its processes would count the shared buffers many times, so none is given.
 */
export async function serverCpuMs(postmaster: number): Promise<number> {
  const root = await statOf(postmaster);
  if (!root) return 0;
  let ticks = root.own + root.children;
  for (const entry of await readdir('/proc')) {
    const stat = /^\d+$/.test(entry) ? await statOf(Number(entry)) : undefined;
    if (stat?.parent === postmaster) ticks += stat.own + stat.children;
  }
  return ticks * tickMs;
}

/** The postmaster of a data folder, from its own lock file; undefined when there is none. */
export async function postmasterOf(folder: string): Promise<number | undefined> {
  const text = await readFile(`${folder}/postmaster.pid`, 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

interface Stat {
  readonly parent: number;
  /** Ticks of the process itself. */
  readonly own: number;
  /** Ticks of its children that ended. */
  readonly children: number;
}

/** proc(5): the name in brackets may hold anything, so the fields are counted after its end. */
async function statOf(pid: number): Promise<Stat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 15) return undefined;
  const at = (field: number): number => Number(fields[field]);
  return { parent: at(1), own: at(11) + at(12), children: at(13) + at(14) };
}
