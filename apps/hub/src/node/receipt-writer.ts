import { ReceiptWriter } from '#exchange';
import type { Config } from '../config.js';
import type { OpenNode } from './open-node.js';

/** What makes the receipts that participants have brought to them. */
export const openReceiptWriter = ({ nodeCode, promises }: Config, { keyring }: OpenNode): ReceiptWriter =>
  new ReceiptWriter({ nodeCode, promises, signer: () => ({ nodeCode, key: keyring.current() }) });
