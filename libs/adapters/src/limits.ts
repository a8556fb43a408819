export const recognitionLimits = {
  /** Bytes from the start of a message that adapters look at to recognise it. */
  head: 4096,
  /** Messages of an interchange that are looked at for one of a known type, where the first is of none. */
  messages: 1000,
  /** The same of a message of JSON that is not known by its beginning: what tells its kind may stand behind long values. */
  json: 256 * 1024,
  /** An adapter less sure than this does not get the message. */
  threshold: 0.5,
};

export const normaliseLimits = {
  /** Faults of one message that are kept; the rest is counted. */
  faults: 200,
  /** Warnings of one message that are kept; the rest is counted. */
  warnings: 200,
  /** Values that no rule names and that a document carries along as extensions; more are left out with a warning. */
  extensions: 1000,
  /** Fields that a format has no place for and that are told one by one; the rest is counted. */
  losses: 1000,
  /** Envelopes in envelopes; a message deeper inside is refused. */
  envelopes: 3,
  /** Bytes from which on an EDIFACT message is read in parts, where its mapping allows it. */
  parts: 2 * 1024 * 1024,
};
