/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * A certificate or clearance slip that inspection and quarantine issues: 通关单, 换证凭单, health, phytosanitary or quality certificate.
 */
export interface Certificate {
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
     * When the message was made
     */
    sentAt?: string;
    /**
     * Sender
     */
    sender?: string;
    /**
     * Recipient
     */
    recipient?: string;
    /**
     * Category: 11 push, 21 pull
     */
    category?: string;
    /**
     * Version of the message
     */
    version?: string;
    /**
     * Organisation code of the enterprise
     */
    organisationCode?: string;
    /**
     * Signature digest
     */
    signature?: string;
  };
  /**
   * Number of the certificate
   */
  number?: string;
  /**
   * clearance-slip, exchange-slip, health, veterinary, phytosanitary, quality, quantity, fumigation; any other code is kept as received
   */
  kind?: string;
  /**
   * Name of the certificate
   */
  name?: string;
  /**
   * valid, amended, revoked or replaced; any other code is kept as received
   */
  state?: string;
  /**
   * Number of the certificate that it replaces
   */
  replaces?: string;
  /**
   * Number of the application
   */
  applicationNumber?: string;
  /**
   * Number that the enterprise gave the application
   */
  enterpriseReference?: string;
  /**
   * Number of the electronic transfer
   */
  transferNumber?: string;
  /**
   * import or export; any other code is kept as received
   */
  direction?: string;
  office?: Place;
  /**
   * Date of issue
   */
  issuedOn?: string;
  /**
   * Time of issue
   */
  issuedAt?: string;
  /**
   * Place of issue
   */
  issuedPlace?: string;
  /**
   * Date of expiry
   */
  validUntil?: string;
  /**
   * Who signs
   */
  signatory?: string;
  /**
   * Consignor
   */
  consignor?: string;
  /**
   * Consignee
   */
  consignee?: string;
  /**
   * Contract number
   */
  contractNumber?: string;
  /**
   * Bill of lading
   */
  billNumber?: string;
  /**
   * Transport
   */
  transport?: {
    /**
     * Mode of transport
     */
    mode?: string;
    /**
     * Name of the means of transport
     */
    meansName?: string;
    /**
     * Number of the means of transport
     */
    voyage?: string;
  };
  departurePlace?: Place;
  entryPort?: Place;
  destination?: Place;
  originCountry?: Place;
  customsOffice?: Place;
  /**
   * Marks and numbers
   */
  marks?: string;
  /**
   * Goods
   *
   * @minItems 1
   * @maxItems 9999
   *
   * Items: Goods
   */
  items?: {
    /**
     * Number of the item
     */
    sequence?: string;
    /**
     * Commodity code
     */
    hsCode?: string;
    /**
     * Name of the goods
     */
    name?: string;
    /**
     * Specification
     */
    specification?: string;
    quantity?: Measure;
    weight?: Measure;
    /**
     * Number of packages
     */
    packages?: string;
    /**
     * Kind of packing
     */
    packageType?: string;
    /**
     * Value
     */
    value?: string;
    /**
     * Currency
     */
    currency?: string;
  }[];
  /**
   * Container numbers
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Container numbers
   */
  containers?: string[];
  /**
   * What the certificate says
   */
  text?: string;
  /**
   * Result of the inspection
   */
  result?: string;
  /**
   * Number of originals
   */
  originals?: string;
  /**
   * Number of copies
   */
  copies?: string;
  /**
   * Code that the certificate is verified by
   */
  verificationCode?: string;
  /**
   * Address where it is verified
   */
  verificationAddress?: string;
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
/**
 * A value with its unit
 */
export interface Measure {
  /**
   * Value
   */
  value?: string;
  /**
   * Unit (UN/ECE Recommendation 20)
   */
  unit?: string;
}
