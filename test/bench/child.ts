import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of the bench that is asked one thing at a time and answers each. Both ends are of one build. */
export interface Child<Question, Answer> {
  readonly pid: number;
  ask(question: Question): Promise<Answer>;
  stop(): Promise<void>;
}

/** @param entry path from this folder to the compiled program */
export function startChild<Question extends object, Answer>(entry: string): Child<Question, Answer> {
  const child = fork(fileURLToPath(new URL(entry, import.meta.url)), {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid ?? 0,
    ask: (question) => {
      const answer = nextMessage<Answer>(child);
      child.send(question);
      return answer;
    },
    stop: () => stopProcess(child),
  };
}

/** The other end: answers each question with what `answer` gives. */
export function answerParent<Question, Answer>(
  answer: (question: Question) => Promise<Answer> | Answer,
): void {
  process.on('message', (question: Question) => {
    void Promise.resolve(answer(question)).then((value) => process.send?.(value));
  });
  process.once('disconnect', () => process.exit(0));
}

export function nextMessage<Answer>(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => reject(new Error(`a process of the bench ended (${code})`));
    child.once('exit', gone);
    child.once('message', (value) => {
      child.off('exit', gone);
      resolve(value as Answer);
    });
  });
}

/** Ends a process in order, and for good when it takes longer than half a minute. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await exited;
  clearTimeout(late);
}
