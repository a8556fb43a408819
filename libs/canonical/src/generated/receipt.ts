/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * What became of a message of the participant: made by the node itself, for the sender of the message and nobody else.
 */
export interface Receipt {
  /**
   * Interchange that it is about
   */
  interchange: string;
  /**
   * Reference that the message gives itself
   */
  reference?: string;
  /**
   * SHA-256 of the message as it was received, in hexadecimal
   */
  sha256?: string;
  /**
   * technical, syntax, delivery, business or custody
   */
  kind: string;
  /**
   * stored; accepted, rejected, held, duplicate; delivered, failed, withdrawn; answered; in-custody; late for a promised time that has passed
   */
  outcome: string;
  /**
   * When it came to that
   */
  at: string;
  /**
   * By when it was promised
   */
  promisedBy?: string;
  /**
   * Documents of the message that it is about
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: A document of the message
   */
  documents?: {
    /**
     * Id of the document
     */
    id: string;
    /**
     * Type of the document
     */
    type: string;
  }[];
  /**
   * What was found wrong with it
   *
   * @minItems 1
   * @maxItems 400
   *
   * Items: One thing that was found
   */
  faults?: {
    /**
     * Code of the fault
     */
    code: string;
    /**
     * error or warning
     */
    severity?: string;
    /**
     * What is wrong, in Chinese
     */
    zh?: string;
    /**
     * What is wrong, in English
     */
    en?: string;
    /**
     * What to do, in Chinese
     */
    adviceZh?: string;
    /**
     * What to do, in English
     */
    adviceEn?: string;
    /**
     * Where in the message
     */
    path?: string;
    /**
     * Where in the document, as a JSON pointer
     */
    pointer?: string;
  }[];
  /**
   * The answer in the form that the sender's own system reads
   */
  acknowledgement?: {
    /**
     * contrl, aperak or own
     */
    form: string;
    /**
     * Media type
     */
    mediaType?: string;
    /**
     * The answer as text
     */
    text?: string;
    /**
     * The answer in base64, where it is no UTF-8
     */
    base64?: string;
    /**
     * Where the answer is to be had
     */
    href?: string;
  };
  /**
   * Receipt signed by the node, as a compact JWS
   */
  receipt?: string;
  /**
   * Participant that a document was for
   */
  consumer?: string;
  /**
   * Node that has it and answers for it from then on
   */
  node?: string;
  /**
   * The document that answers
   */
  answer?: {
    /**
     * Id of the document
     */
    document: string;
    /**
     * Type of the document
     */
    type: string;
    /**
     * Participant that answers
     */
    sender?: string;
    /**
     * What the answer says, as far as it is shared
     */
    says?: string;
    /**
     * Business keys that both have
     *
     * @minItems 1
     * @maxItems 100
     *
     * Items: A business key
     */
    keys?: string[];
  };
}
