/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * The state of the payment of fee notices at the one window, as bank or window reports it.
 */
export interface FeePayment {
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
   * Number of the payment
   */
  paymentNumber?: string;
  /**
   * Number of the bill at the window
   */
  billingReference?: string;
  /**
   * Notices that are paid
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Notices that are paid
   */
  noticeNumbers?: string[];
  /**
   * paid, partly-paid, failed, refunded or pending; any other code is kept as received
   */
  state?: string;
  payer?: Party;
  /**
   * Method: transfer, card, online, cash; any other code is kept as received
   */
  method?: string;
  /**
   * Bank
   */
  bank?: string;
  /**
   * Reference of the bank
   */
  bankReference?: string;
  /**
   * Amount paid
   */
  amount?: string;
  /**
   * Currency (ISO 4217)
   */
  currency?: string;
  /**
   * When it was paid
   */
  paidAt?: string;
  /**
   * When it was reported
   */
  reportedAt?: string;
  /**
   * Number of the receipt
   */
  receiptNumber?: string;
  /**
   * Who handled it
   */
  operator?: string;
  /**
   * Amount by notice
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Amount by notice
   */
  items?: {
    /**
     * Notice
     */
    noticeNumber?: string;
    /**
     * Amount paid of the notice
     */
    amount?: string;
    /**
     * State of the payment of the notice
     */
    state?: string;
  }[];
  /**
   * Why it failed or was refunded
   */
  reason?: string;
  /**
   * Remarks
   */
  remarks?: string;
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
 * An organisation
 */
export interface Party {
  /**
   * Role (3035)
   */
  role?: string;
  /**
   * Code
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
  /**
   * Name, continued
   */
  name2?: string;
  /**
   * Name, continued
   */
  name3?: string;
  /**
   * Name, continued
   */
  name4?: string;
  /**
   * Name, continued
   */
  name5?: string;
  /**
   * Name and address, line 1
   */
  line1?: string;
  /**
   * Name and address, line 2
   */
  line2?: string;
  /**
   * Name and address, line 3
   */
  line3?: string;
  /**
   * Name and address, line 4
   */
  line4?: string;
  /**
   * Name and address, line 5
   */
  line5?: string;
  /**
   * Street
   */
  street?: string;
  /**
   * Street, continued
   */
  street2?: string;
  /**
   * Street, continued
   */
  street3?: string;
  /**
   * City
   */
  city?: string;
  /**
   * Region
   */
  region?: string;
  /**
   * Postcode
   */
  postcode?: string;
  /**
   * Country
   */
  country?: string;
}
