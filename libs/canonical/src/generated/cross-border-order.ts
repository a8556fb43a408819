/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * An order of cross-border electronic commerce, import or export.
 */
export interface CrossBorderOrder {
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
   * Kind of order: I import, E export, B business to business, W comprehensive service
   */
  orderType?: string;
  /**
   * Order number of the platform
   */
  orderNumber?: string;
  platform?: CustomsParty;
  merchant?: CustomsParty;
  /**
   * Price of the goods
   */
  goodsValue?: string;
  /**
   * Freight
   */
  freight?: {
    /**
     * Freight
     */
    amount?: string;
  };
  /**
   * Amount not paid in money
   */
  discount?: string;
  /**
   * Tax withheld
   */
  taxWithheld?: string;
  /**
   * Amount really paid
   */
  amountPaid?: string;
  /**
   * Currency (customs code)
   */
  currency?: string;
  buyer?: CrossBorderPerson;
  paymentProvider?: CustomsParty;
  /**
   * Number of the payment
   */
  paymentNumber?: string;
  /**
   * Batch numbers
   */
  batchNumbers?: string;
  /**
   * Consignee
   */
  consignee?: {
    /**
     * Name of the consignee
     */
    name?: string;
    /**
     * Telephone of the consignee
     */
    phone?: string;
    /**
     * Address of the consignee
     */
    address?: string;
    /**
     * Administrative district of the consignee
     */
    district?: string;
  };
  /**
   * Remarks
   */
  remarks?: string;
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
     * Number that the merchant gives the goods
     */
    itemNumber?: string;
    /**
     * Name that the merchant gives the goods
     */
    itemName?: string;
    /**
     * Specification
     */
    specification?: string;
    /**
     * Description by the merchant
     */
    itemDescription?: string;
    /**
     * Bar code
     */
    barCode?: string;
    quantity?: Quantity;
    /**
     * Currency (customs code)
     */
    currency?: string;
    /**
     * Price of one unit
     */
    price?: string;
    /**
     * Total price
     */
    amount?: string;
    /**
     * Country of origin (import) or final destination (export), customs code
     */
    country?: string;
    /**
     * Remarks
     */
    remarks?: string;
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
 * A quantity with its unit
 */
export interface Quantity {
  /**
   * Quantity
   */
  value?: string;
  /**
   * Unit
   */
  unit?: string;
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
