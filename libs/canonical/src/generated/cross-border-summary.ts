/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * A request to sum up export lists in a declaration, and its result.
 */
export interface CrossBorderSummary {
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
  /**
   * Customs office (4-digit customs code)
   */
  customsOffice?: string;
  /**
   * Reference that the sender gives the document
   */
  reference?: string;
  /**
   * Number that the electronic port gives the document
   */
  preEntryNumber?: string;
  /**
   * Number of the summary
   */
  summaryNumber?: string;
  /**
   * When the summary was made
   */
  processedAt?: string;
  /**
   * Declaration
   */
  declaration?: {
    /**
     * Number of the summary that makes one declaration
     */
    sequenceNumber?: string;
    /**
     * Number of the stored declaration
     */
    draftNumber?: string;
    /**
     * Pre-entry number of the declaration
     */
    preEntryNumber?: string;
    /**
     * Number of the declaration
     */
    number?: string;
    /**
     * State of the declaration
     */
    state?: string;
  };
  agent?: CustomsParty;
  merchant?: CustomsParty;
  declarationAgent?: CustomsParty;
  /**
   * Period to be summed up
   */
  period?: {
    /**
     * Begin of the period
     */
    from?: string;
    /**
     * End of the period
     */
    to?: string;
  };
  /**
   * Code of the supervised site
   */
  siteCode?: string;
  /**
   * How to sum up: 1 by merchant, 2 by merchant and producer
   */
  summaryMark?: string;
  /**
   * Whether to sum up by the name of the goods
   */
  itemNameMark?: string;
  /**
   * Gross mass in kilograms
   */
  grossMass?: string;
  /**
   * Net mass in kilograms
   */
  netMass?: string;
  split?: CebSplit;
  /**
   * Remarks
   */
  remarks?: string;
  /**
   * Lists
   *
   * @minItems 1
   * @maxItems 100000
   */
  items?: {
    /**
     * Number that customs gives the list
     */
    listNumber?: string;
    /**
     * Number of the parcel waybill
     */
    waybillNumber?: string;
    /**
     * Number of the line in the summary
     */
    summarySequence?: string;
    /**
     * Number of the line
     */
    sequence?: string;
    /**
     * Commodity code (10 digits)
     */
    commodityCode?: string;
  }[];
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
