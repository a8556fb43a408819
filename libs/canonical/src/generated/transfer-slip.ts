/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * Electronic transfer: the data of an application and of its certificates that the inspection office of origin hands over to the office of the port, and amendments of it.
 */
export interface TransferSlip {
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
   * Number of the transfer
   */
  transferNumber?: string;
  /**
   * Version of the transfer: 1 for the first, counted up by amendments
   */
  version?: string;
  /**
   * original, amendment or cancellation; any other code is kept as received
   */
  function?: string;
  /**
   * The transfer that this one takes the place of
   */
  supersedes?: {
    /**
     * Number of the transfer before
     */
    transferNumber?: string;
    /**
     * Version of the transfer before
     */
    version?: string;
  };
  /**
   * When it was transferred
   */
  transferredAt?: string;
  originOffice?: Place;
  portOffice?: Place;
  transferCentre?: Place;
  certificateOffice?: Place;
  /**
   * Number of the application
   */
  applicationNumber?: string;
  /**
   * Number that the enterprise gives the application
   */
  enterpriseReference?: string;
  /**
   * import or export; any other code is kept as received
   */
  direction?: string;
  /**
   * Kind of application
   */
  applicationKind?: string;
  /**
   * When it was applied for
   */
  appliedAt?: string;
  /**
   * Applicant
   */
  applicant?: {
    /**
     * Registration number of the applicant
     */
    code?: string;
    /**
     * Name of the applicant
     */
    name?: string;
    /**
     * Contact
     */
    contactName?: string;
    /**
     * Telephone of the contact
     */
    contactPhone?: string;
  };
  /**
   * Consignor
   */
  consignor?: {
    /**
     * Code of the consignor
     */
    code?: string;
    /**
     * Name of the consignor in Chinese
     */
    name?: string;
    /**
     * Name of the consignor in a foreign language
     */
    foreignName?: string;
  };
  /**
   * Consignee
   */
  consignee?: {
    /**
     * Code of the consignee
     */
    code?: string;
    /**
     * Name of the consignee in Chinese
     */
    name?: string;
    /**
     * Name of the consignee in a foreign language
     */
    foreignName?: string;
  };
  /**
   * Contract number
   */
  contractNumber?: string;
  /**
   * Mode of trade
   */
  tradeMode?: string;
  destinationCountry?: Place;
  exitPort?: Place;
  arrivalPort?: Place;
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
     * Number of the means of transport: voyage, flight
     */
    voyage?: string;
  };
  /**
   * Bill of lading
   */
  billNumber?: string;
  /**
   * When the goods are sent
   */
  departedAt?: string;
  /**
   * What inspection found
   */
  inspection?: {
    /**
     * Result: qualified, not-qualified or conditional; any other code is kept as received
     */
    result?: string;
    /**
     * When it was inspected
     */
    inspectedAt?: string;
    /**
     * Where it was inspected
     */
    place?: string;
    /**
     * On what basis
     */
    basis?: string;
    /**
     * Result in words
     */
    text?: string;
    /**
     * Until when the result is valid
     */
    validUntil?: string;
  };
  /**
   * Why no transfer is made
   */
  exclusion?: {
    /**
     * Case that is excluded from electronic transfer
     */
    code?: string;
    /**
     * The case in words
     */
    text?: string;
  };
  /**
   * Marks and numbers
   */
  marks?: string;
  /**
   * Total value
   */
  totalValue?: string;
  /**
   * Currency
   */
  currency?: string;
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
     * Inspection code of the commodity
     */
    inspectionCode?: string;
    /**
     * Name of the goods in Chinese
     */
    name?: string;
    /**
     * Name of the goods in a foreign language
     */
    foreignName?: string;
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
    /**
     * Place of origin
     */
    originPlace?: string;
    /**
     * Registration number of the manufacturer
     */
    manufacturerCode?: string;
    /**
     * Name of the manufacturer
     */
    manufacturerName?: string;
    /**
     * Batch number
     */
    batchNumber?: string;
  }[];
  /**
   * Containers
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Containers
   */
  containers?: {
    /**
     * Kind of container
     */
    type?: string;
    /**
     * Number of containers
     */
    count?: string;
    /**
     * Container number
     */
    number?: string;
    /**
     * Seal number
     */
    sealNumber?: string;
  }[];
  /**
   * Certificates
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Certificates
   */
  certificates?: {
    /**
     * Kind of certificate
     */
    kind?: string;
    /**
     * Name of the certificate
     */
    name?: string;
    /**
     * Number of the certificate
     */
    number?: string;
    /**
     * Date of issue
     */
    issuedOn?: string;
    /**
     * Date of expiry
     */
    validUntil?: string;
    /**
     * Number of originals
     */
    originals?: string;
    /**
     * Number of copies
     */
    copies?: string;
    /**
     * Text of the certificate
     */
    text?: string;
  }[];
  /**
   * Amendment
   */
  amendment?: {
    /**
     * Reason of the amendment
     */
    reason?: string;
    /**
     * Amendment in words
     */
    text?: string;
    /**
     * Organisation that asked for it
     */
    requestedBy?: string;
    /**
     * When it was asked for
     */
    requestedAt?: string;
    agreedBy?: Place;
    /**
     * When it was agreed
     */
    agreedAt?: string;
    /**
     * Change of the total value
     */
    totalValue?: {
      /**
       * Total value before
       */
      original?: string;
      /**
       * Total value after
       */
      amended?: string;
      /**
       * Currency
       */
      currency?: string;
    };
    /**
     * Changes
     *
     * @minItems 1
     * @maxItems 999
     *
     * Items: Changes
     */
    changes?: {
      /**
       * What is changed
       */
      field?: string;
      /**
       * Number of the item, where it is about one
       */
      sequence?: string;
      /**
       * Value before
       */
      original?: string;
      /**
       * Value after
       */
      amended?: string;
    }[];
  };
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
