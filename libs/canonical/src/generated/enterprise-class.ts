/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * An enterprise on a list with privileges or a grade, with the time that it is valid: F通道 of customs, 绿色通道 of inspection, classes by volume and credit.
 */
export interface EnterpriseClass {
  /**
   * Message that it came in
   */
  message?: {
    /**
     * Number of the message
     */
    id?: string;
    /**
     * Type of the message
     */
    type?: string;
    /**
     * Sender
     */
    sender?: string;
    /**
     * Recipient
     */
    recipient?: string;
    /**
     * When the message was sent
     */
    sentAt?: string;
    /**
     * Version of the message
     */
    version?: string;
  };
  /**
   * The list: f-channel, green-channel, class, high-tech, sme; any other code is kept as received
   */
  list?: string;
  /**
   * Number of the entry
   */
  entryNumber?: string;
  /**
   * Enterprise
   */
  enterprise?: {
    /**
     * Customs or inspection code of the enterprise
     */
    code?: string;
    /**
     * Unified social credit code of the enterprise
     */
    creditCode?: string;
    /**
     * Name of the enterprise
     */
    name?: string;
    /**
     * Kind of enterprise
     */
    kind?: string;
  };
  /**
   * Grade or level, as received
   */
  grade?: string;
  /**
   * Score of credit
   */
  score?: string;
  /**
   * Volume of business that it was graded by
   */
  volume?: string;
  office?: Place;
  district?: Place;
  /**
   * Privileges
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Privileges
   */
  privileges?: string[];
  /**
   * valid, suspended or removed; any other code is kept as received
   */
  state?: string;
  /**
   * When it was decided
   */
  decidedOn?: string;
  /**
   * From when it is valid
   */
  validFrom?: string;
  /**
   * Until when it is valid
   */
  validUntil?: string;
  /**
   * When the entry changed
   */
  changedAt?: string;
  /**
   * Why it changed
   */
  reason?: string;
  /**
   * Number of the entry that it replaces
   */
  replaces?: string;
  /**
   * Contact of the enterprise
   */
  contactName?: string;
  /**
   * Telephone of the contact
   */
  contactPhone?: string;
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
 * A place by code or name
 */
export interface Place {
  /**
   * Code, mostly UN/LOCODE
   */
  code?: string;
  /**
   * Code list that the code is from (1131)
   */
  codeList?: string;
  /**
   * Agency of the code list (3055)
   */
  agency?: string;
  /**
   * Name
   */
  name?: string;
}
