/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * A payment for an order of cross-border electronic commerce: paid by the buyer (import) or received by the merchant (export).
 */
export interface CrossBorderPayment {
  message?: CebMessage;
  /**
   * Unique number that the sender gives the record
   */
  guid?: string;
  /**
   * Function: add, change or delete; any other code is kept as received
   */
  function?: string;
  /**
   * When it was reported
   */
  reportedAt?: string;
  /**
   * Stage: draft or declared; any other code is kept as received
   */
  stage?: string;
  paymentProvider?: CustomsParty;
  /**
   * Number of the payment
   */
  paymentNumber?: string;
  /**
   * Order number of the platform
   */
  orderNumber?: string;
  platform?: CustomsParty;
  payer?: CrossBorderPerson;
  /**
   * Amount
   */
  amount?: string;
  /**
   * Currency (customs code)
   */
  currency?: string;
  /**
   * When it was paid
   */
  paidAt?: string;
  /**
   * Remarks
   */
  remarks?: string;
  transmission?: CebTransmission;
  /**
   * Who else is told
   *
   * @minItems 1
   * @maxItems 50
   */
  subscriptions?: CebSubscription[];
  /**
   * Message of one's own that goes with it
   */
  extension?: {
    /**
     * Name of the message of one's own
     */
    name?: string;
    /**
     * Version of the message of one's own
     */
    version?: string;
  };
  merchant?: CustomsParty;
  /**
   * Number of the payment received
   */
  receiptNumber?: string;
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
/**
 * The message that a document came in
 */
export interface CebMessage {
  /**
   * Number of the message
   */
  guid?: string;
  /**
   * Version of the message
   */
  version?: string;
  /**
   * Type of the message
   */
  type?: string;
}
/**
 * An organisation known to customs
 */
export interface CustomsParty {
  /**
   * Customs code or unified social credit code
   */
  code?: string;
  /**
   * Name
   */
  name?: string;
}
/**
 * A person who buys or pays
 */
export interface CrossBorderPerson {
  /**
   * Registration at the platform
   */
  registration?: string;
  /**
   * Name
   */
  name?: string;
  /**
   * Telephone
   */
  phone?: string;
  /**
   * Kind of identity document: 1 identity card, 2 another
   */
  idType?: string;
  /**
   * Identity number
   */
  idNumber?: string;
}
/**
 * Who transmits a message of cross-border commerce
 */
export interface CebTransmission {
  /**
   * Code of the transmitting organisation
   */
  code?: string;
  /**
   * Name of the transmitting organisation
   */
  name?: string;
  /**
   * Mode of transmission
   */
  mode?: string;
  /**
   * Its number at the exchange platform
   */
  platformUser?: string;
  /**
   * Remarks
   */
  remarks?: string;
}
/**
 * Who else is told of a message and its answers
 */
export interface CebSubscription {
  /**
   * What is asked for: ALL, DATA or RET
   */
  status?: string;
  /**
   * Mode of transmission
   */
  mode?: string;
  /**
   * Number at the exchange platform
   */
  platformUser?: string;
  /**
   * Remarks
   */
  remarks?: string;
}
