/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * Goods under customs control that go from one customs district to another: the declaration, and the notices of departure, arrival and closing.
 */
export interface TransitDeclaration {
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
     * original, change, cancellation; any other code is kept as received
     */
    function?: string;
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
   * declared, departed, arrived, closed or refused; any other code is kept as received
   */
  stage?: string;
  /**
   * Unified number of the transfer
   */
  unifiedNumber?: string;
  /**
   * Number of the transfer declaration
   */
  declarationNumber?: string;
  /**
   * Number of the load list
   */
  loadListNumber?: string;
  /**
   * Number of the goods declaration that it belongs to
   */
  entryNumber?: string;
  /**
   * Kind of transfer
   */
  kind?: string;
  /**
   * import or export; any other code is kept as received
   */
  direction?: string;
  /**
   * fast-clearance (跨关区快速通关) or transfer; any other code is kept as received
   */
  scheme?: string;
  /**
   * When it was declared
   */
  declaredAt?: string;
  departureOffice?: Place;
  destinationOffice?: Place;
  departurePlace?: Place;
  destinationPlace?: Place;
  /**
   * When it is expected to arrive
   */
  expectedArrivalDate?: string;
  /**
   * Applicant
   */
  applicant?: {
    /**
     * Customs code of the applicant
     */
    code?: string;
    /**
     * Name of the applicant
     */
    name?: string;
    /**
     * Unified social credit code of the applicant
     */
    creditCode?: string;
  };
  /**
   * Carrier
   */
  carrier?: {
    /**
     * Code of the carrier
     */
    code?: string;
    /**
     * Name of the carrier
     */
    name?: string;
  };
  /**
   * Inland transport
   */
  transport?: {
    /**
     * Mode of inland transport
     */
    mode?: string;
    /**
     * Customs number of the inland means of transport
     */
    customsNumber?: string;
    /**
     * Name of the inland means of transport
     */
    meansName?: string;
    /**
     * Voyage of the inland means of transport
     */
    voyage?: string;
    /**
     * Name of the driver
     */
    driverName?: string;
    /**
     * Telephone of the driver
     */
    driverPhone?: string;
    /**
     * Plate number of the vehicle
     */
    plateNumber?: string;
  };
  /**
   * Whether electronic seals are used
   */
  electronicSeal?: string;
  /**
   * Whether it is paperless
   */
  paperless?: string;
  /**
   * Number of packages
   */
  totalPackages?: string;
  /**
   * Gross mass in kilograms
   */
  totalGrossMass?: string;
  /**
   * Bills of lading
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Bills of lading
   */
  bills?: {
    /**
     * Mode of transport across the border
     */
    mode?: string;
    /**
     * Number of the means of transport across the border
     */
    meansId?: string;
    /**
     * Name of the means of transport across the border
     */
    meansName?: string;
    /**
     * Voyage across the border
     */
    voyage?: string;
    /**
     * Bill number
     */
    number?: string;
    /**
     * Date of entry or exit
     */
    entryExitDate?: string;
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
     * Container number
     */
    number?: string;
    /**
     * Sequence of the container
     */
    sequence?: string;
    /**
     * Size and type of the container
     */
    size?: string;
    /**
     * Number of the electronic seal
     */
    sealNumber?: string;
    /**
     * Number of seals
     */
    sealCount?: string;
    /**
     * Inland means of transport
     */
    meansName?: string;
    /**
     * Actual mass in kilograms
     */
    mass?: string;
  }[];
  /**
   * Goods
   *
   * @minItems 1
   * @maxItems 9999
   *
   * Items: Goods
   */
  goods?: {
    /**
     * Number of the item
     */
    lineNumber?: string;
    /**
     * Container that it is in
     */
    containerNumber?: string;
    /**
     * Commodity code
     */
    commodityCode?: string;
    /**
     * Name of the goods
     */
    name?: string;
    /**
     * Number of packages
     */
    count?: string;
    /**
     * Mass in kilograms
     */
    mass?: string;
  }[];
  /**
   * Notice
   */
  notice?: {
    /**
     * departure, arrival or closing; any other code is kept as received
     */
    kind?: string;
    /**
     * Number of the notice
     */
    number?: string;
    /**
     * When it happened
     */
    at?: string;
    office?: Place;
    site?: Place;
    /**
     * Officer
     */
    officer?: string;
    /**
     * accepted, discrepancy or refused; any other code is kept as received
     */
    result?: string;
    /**
     * Result in words
     */
    text?: string;
    /**
     * Seals that were checked
     *
     * @minItems 1
     * @maxItems 999
     *
     * Items: Seals that were checked
     */
    seals?: {
      /**
       * Container of the seal
       */
      containerNumber?: string;
      /**
       * Number of the seal
       */
      number?: string;
      /**
       * intact, broken, missing or replaced; any other code is kept as received
       */
      state?: string;
    }[];
    /**
     * Discrepancies
     *
     * @minItems 1
     * @maxItems 999
     *
     * Items: Discrepancies
     */
    discrepancies?: {
      /**
       * Container that it is about
       */
      containerNumber?: string;
      /**
       * Item that it is about
       */
      lineNumber?: string;
      /**
       * Kind of discrepancy
       */
      kind?: string;
      /**
       * What was declared
       */
      declared?: string;
      /**
       * What was found
       */
      found?: string;
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
