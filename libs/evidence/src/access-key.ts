import { randomBytes } from 'node:crypto';
import { sha256 } from './digest.js';

/** 256 random bits, so the hash alone is safe to keep and needs no salt and no slow function. */
export const newAccessKey = (): string => `tg_${randomBytes(32).toString('base64url')}`;

export const isAccessKey = (text: string): boolean => /^tg_[A-Za-z0-9_-]{43}$/.test(text);

/** What is stored instead of the key, and looked up by. */
export const hashAccessKey = (key: string): Buffer => sha256(key);

/** Tells a person which key is meant: the last four characters. */
export const accessKeyHint = (key: string): string => `tg_…${key.slice(-4)}`;
