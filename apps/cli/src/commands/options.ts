import { InvalidArgumentError, Option, type Command } from 'commander';
import type { ExitCode } from '../exit-codes.js';

export const finish = (code: ExitCode): void => {
  process.exitCode = code;
};

export const withHub = (command: Command): Command =>
  command
    .addOption(
      new Option('--url <url>', '枢纽地址 · the hub').env('TONGGUAN_URL').default('http://127.0.0.1:8080'),
    )
    .addOption(new Option('--key <key>', '访问密钥 · access key').env('TONGGUAN_KEY'));

export const limit = (): Option =>
  new Option('--limit <bytes>', '单个文件字节上限，缺省 10 MiB · bytes of one file at most').argParser(
    whole(1, 2 ** 31 - 1),
  );

export const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`${least}–${most}`);
  };

export const address = (text: string): string => {
  if (/^https?:/i.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('http://… 或 or https://…');
};

export const share = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('0–1');
};
