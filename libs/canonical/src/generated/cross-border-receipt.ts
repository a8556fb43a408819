/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * The answer to a message of cross-border electronic commerce, by customs or the electronic port.
 */
export interface CrossBorderReceipt {
  message?: CebMessage;
  /**
   * Unique number that the sender gives the record
   */
  guid?: string;
  /**
   * Customs office (4-digit customs code)
   */
  customsOffice?: string;
  platform?: CustomsParty;
  merchant?: CustomsParty;
  agent?: CustomsParty;
  operator?: CustomsParty;
  paymentProvider?: CustomsParty;
  /**
   * Number of the payment
   */
  paymentNumber?: string;
  /**
   * Number of the payment received
   */
  receiptNumber?: string;
  /**
   * Order number of the platform
   */
  orderNumber?: string;
  logisticsProvider?: CustomsParty;
  /**
   * Number of the parcel waybill
   */
  waybillNumber?: string;
  /**
   * Logistics status: S signed for
   */
  logisticsStatus?: string;
  /**
   * Reference that the sender gives the document
   */
  reference?: string;
  /**
   * Reference that the sender gives the return
   */
  electronicReference?: string;
  /**
   * Number that the electronic port gives the document
   */
  preEntryNumber?: string;
  /**
   * Number that customs gives the warehousing list
   */
  warehousingNumber?: string;
  /**
   * Number that customs gives the list
   */
  listNumber?: string;
  /**
   * Number of the transport document
   */
  billNumber?: string;
  /**
   * Number of the summary
   */
  summaryNumber?: string;
  split?: CebSplit;
  /**
   * Kind of business: A simplified declaration, B summary declaration
   */
  businessKind?: string;
  /**
   * Code of the sender of the request
   */
  senderCode?: string;
  /**
   * Result: 1 stored, 2 being declared, 3 sent to customs, 4 not sent, 100 refused, 120 accepted, 300 examined by hand, 399 closed …, below 0 a fault
   */
  status?: string;
  /**
   * When the answer was given
   */
  returnedAt?: string;
  /**
   * What the answer says
   */
  information?: string;
  /**
   * Message that is answered
   */
  original?: {
    /**
     * Reference of the envelope that is answered
     */
    envelopeReference?: string;
    /**
     * Type of the message that is answered
     */
    type?: string;
    /**
     * Content of the message that is answered
     */
    content?: string;
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
 * Which part of a list split over several messages it is
 */
export interface CebSplit {
  /**
   * Number of messages that the list is split over
   */
  count?: string;
  /**
   * Number of this message among them
   */
  sequence?: string;
}
