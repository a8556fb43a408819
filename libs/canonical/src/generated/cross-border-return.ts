/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * A request to withdraw a list of cross-border electronic commerce or to return its goods, and the tally of returned goods.
 */
export interface CrossBorderReturn {
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
   * Order number of the platform
   */
  orderNumber?: string;
  platform?: CustomsParty;
  merchant?: CustomsParty;
  operator?: CustomsParty;
  /**
   * Number of the parcel waybill
   */
  waybillNumber?: string;
  logisticsProvider?: CustomsParty;
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
   * Number that customs gives the list
   */
  listNumber?: string;
  buyer?: CrossBorderPerson;
  agent?: CustomsParty;
  /**
   * Number of the transport document
   */
  billNumber?: string;
  /**
   * Direction: import or export; any other code is kept as received
   */
  direction?: string;
  /**
   * Transport
   */
  transport?: {
    /**
     * Mode of transport (customs code)
     */
    mode?: string;
    /**
     * Name of the means of transport
     */
    meansName?: string;
    /**
     * Voyage or flight number
     */
    voyage?: string;
  };
  /**
   * Place of storage
   */
  storagePlace?: string;
  /**
   * Reason
   */
  reason?: string;
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
  /**
   * Code of the supervised site
   */
  siteCode?: string;
  /**
   * Customs supervision mode
   */
  supervisionMode?: string;
  /**
   * Customs office of the port (4-digit customs code)
   */
  portOffice?: string;
  /**
   * Country of departure (import) or arrival (export), customs code
   */
  country?: string;
  /**
   * Goods returned
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
     * Name of the goods
     */
    goodsName?: string;
    /**
     * Specification
     */
    specification?: string;
    quantity?: Quantity;
    statutoryQuantity?: Quantity;
    secondQuantity?: Quantity;
    /**
     * Remarks
     */
    remarks?: string;
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
