/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * An electronic tax bill for a list of cross-border electronic commerce, or its state.
 */
export interface CrossBorderTax {
  message?: CebMessage;
  /**
   * Unique number that the sender gives the record
   */
  guid?: string;
  /**
   * When the answer was given
   */
  returnedAt?: string;
  /**
   * Number that customs gives the list
   */
  listNumber?: string;
  /**
   * Number of the tax bill
   */
  taxNumber?: string;
  /**
   * Taxes
   */
  taxes?: {
    /**
     * Customs duty
     */
    customs?: string;
    /**
     * Value added tax
     */
    valueAdded?: string;
    /**
     * Consumption tax
     */
    consumption?: string;
  };
  /**
   * State of the tax bill: 1 made, 2 summed up, 3 void
   */
  status?: string;
  /**
   * Number of the payment book
   */
  paymentBookNumber?: string;
  /**
   * Remarks
   */
  remarks?: string;
  /**
   * Code of the guarantor of the tax
   */
  guarantorCode?: string;
  merchant?: CustomsParty;
  logisticsProvider?: CustomsParty;
  agent?: CustomsParty;
  /**
   * Customs office (4-digit customs code)
   */
  customsOffice?: string;
  /**
   * Goods
   *
   * @minItems 1
   * @maxItems 10000
   */
  items?: {
    /**
     * Number of the line
     */
    sequence?: string;
    /**
     * Commodity code (10 digits)
     */
    commodityCode?: string;
    /**
     * Dutiable value
     */
    dutiableValue?: string;
    /**
     * Taxes
     */
    taxes?: {
      /**
       * Customs duty
       */
      customs?: string;
      /**
       * Value added tax
       */
      valueAdded?: string;
      /**
       * Consumption tax
       */
      consumption?: string;
    };
  }[];
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
