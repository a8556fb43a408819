/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * The envelope of an exchange platform: who sent which message to whom. The documents of the message inside stand beside it.
 */
export interface ExchangeEnvelope {
  /**
   * Message that it came in
   */
  message?: {
    /**
     * Type of the message
     */
    type?: string;
  };
  /**
   * Version of the envelope
   */
  formatVersion?: string;
  /**
   * Identifier of the element that a signature refers to
   */
  elementId?: string;
  /**
   * Number that the sender gives the envelope
   */
  reference?: string;
  /**
   * Sender: its number at the exchange platform
   */
  sender?: string;
  /**
   * Receivers: their numbers at the exchange platform
   *
   * @minItems 1
   * @maxItems 1000
   *
   * Items: A number or reference
   */
  receivers?: string[];
  /**
   * When the envelope was made
   */
  createdAt?: string;
  /**
   * Type of the message inside
   */
  messageType?: string;
  /**
   * File name
   */
  fileName?: string;
  /**
   * Card of the sender
   */
  card?: string;
  /**
   * Keys of the business
   *
   * @minItems 1
   * @maxItems 100
   */
  businessKeys?: {
    /**
     * Value
     */
    value?: string;
    /**
     * Name
     */
    name?: string;
  }[];
  /**
   * Text
   */
  text?: {
    /**
     * Whether the message is text
     */
    value?: string;
    /**
     * Encoding of the text
     */
    encoding?: string;
  };
  /**
   * Number of the list of receivers
   */
  receiverMap?: string;
  /**
   * What the server of the exchange platform says
   */
  server?: {
    /**
     * Number that the server gives the message
     */
    reference?: string;
    /**
     * Number of the part
     */
    part?: string;
    /**
     * When the server sent it
     */
    sentAt?: string;
    /**
     * Node that it goes to
     */
    endNode?: string;
    /**
     * Node that it comes from
     */
    startNode?: string;
  };
  /**
   * Number of the platform
   */
  platform?: string;
  /**
   * Signature
   */
  signature?: string;
  /**
   * Note
   */
  note?: string;
  /**
   * Second note
   */
  secondNote?: string;
  /**
   * The message inside
   */
  content?: {
    /**
     * Adapter that the message inside was read with
     */
    adapter?: string;
    /**
     * Version of its mapping
     */
    mappingVersion?: string;
  };
  /**
   * Values of the message that the mapping does not name, so that nothing is lost
   *
   * @minItems 1
   * @maxItems 1000
   */
  extensions?: {
    /**
     * Path in the message
     */
    path: string;
    /**
     * Value as received
     */
    value: string;
  }[];
}
