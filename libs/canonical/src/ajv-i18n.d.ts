/** What the package really exports: its own declarations promise a `default` member that it does not have. */
declare module 'ajv-i18n/localize/zh/index.js' {
  import type { ErrorObject } from 'ajv/dist/2020.js';

  /** Puts the Chinese message into each error. */
  const localise: (errors: ErrorObject[]) => void;
  export default localise;
}
