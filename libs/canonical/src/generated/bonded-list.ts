/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * The list by which goods are written into and off the accounts of bonded trade (保税核注清单), and what customs answers to it.
 */
export interface BondedList {
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
     * Number of the business
     */
    businessId?: string;
    /**
     * Name of the file
     */
    fileName?: string;
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
    /**
     * Number of the operator's card
     */
    cardNumber?: string;
    /**
     * Identifier of the signed object
     */
    objectId?: string;
    /**
     * Whether it is declared or only kept
     */
    declareMark?: string;
    /**
     * Subsystem that it belongs to
     */
    system?: string;
    /**
     * Customs registration of the operator
     */
    operatorCode?: string;
  };
  /**
   * Number before it is declared
   */
  preEntryNumber?: string;
  /**
   * Number of the list at customs
   */
  number?: string;
  /**
   * Number of changes
   */
  changeCount?: string;
  /**
   * Number of the handbook or account
   */
  recordNumber?: string;
  /**
   * Number that the enterprise gives the list
   */
  enterpriseReference?: string;
  /**
   * Kind of declaration: 1 record, 2 change, 3 delete, as received
   */
  declarationKind?: string;
  /**
   * Kind of list
   */
  kind?: string;
  /**
   * State of the list, as received
   */
  state?: string;
  /**
   * Kind of transfer
   */
  flow?: string;
  /**
   * Enterprise that operates
   */
  operator?: {
    /**
     * Customs code of the enterprise
     */
    code?: string;
    /**
     * Name of the enterprise
     */
    name?: string;
    /**
     * Unified social credit code of the enterprise
     */
    creditCode?: string;
  };
  /**
   * Enterprise that receives or sends
   */
  trader?: {
    /**
     * Customs code of the enterprise
     */
    code?: string;
    /**
     * Name of the enterprise
     */
    name?: string;
    /**
     * Unified social credit code of the enterprise
     */
    creditCode?: string;
  };
  /**
   * Enterprise that declares
   */
  declarer?: {
    /**
     * Customs code of the enterprise
     */
    code?: string;
    /**
     * Name of the enterprise
     */
    name?: string;
    /**
     * Unified social credit code of the enterprise
     */
    creditCode?: string;
  };
  /**
   * Enterprise that enters
   */
  enteringEnterprise?: {
    /**
     * Customs code of the enterprise
     */
    code?: string;
    /**
     * Name of the enterprise
     */
    name?: string;
    /**
     * Unified social credit code of the enterprise
     */
    creditCode?: string;
  };
  /**
   * When it was entered
   */
  enteredAt?: string;
  /**
   * When the list was declared
   */
  declaredAt?: string;
  /**
   * When the goods declaration was declared
   */
  entryDeclaredAt?: string;
  /**
   * Goods declaration that belongs to it
   */
  entryNumber?: string;
  /**
   * Unified number of the goods declaration
   */
  entryPreNumber?: string;
  /**
   * Who declares the goods declaration
   */
  entryDeclarer?: {
    /**
     * Customs code of the enterprise
     */
    code?: string;
    /**
     * Name of the enterprise
     */
    name?: string;
    /**
     * Unified social credit code of the enterprise
     */
    creditCode?: string;
  };
  /**
   * Related list
   */
  relatedNumber?: string;
  /**
   * Related handbook or account
   */
  relatedRecordNumber?: string;
  /**
   * Related goods declaration
   */
  relatedEntryNumber?: string;
  /**
   * Trader of the related goods declaration
   */
  relatedTrader?: {
    /**
     * Customs code of the enterprise
     */
    code?: string;
    /**
     * Name of the enterprise
     */
    name?: string;
    /**
     * Unified social credit code of the enterprise
     */
    creditCode?: string;
  };
  /**
   * User or producer of the related goods declaration
   */
  relatedOwner?: {
    /**
     * Customs code of the enterprise
     */
    code?: string;
    /**
     * Name of the enterprise
     */
    name?: string;
    /**
     * Unified social credit code of the enterprise
     */
    creditCode?: string;
  };
  /**
   * Declarer of the related goods declaration
   */
  relatedDeclarer?: {
    /**
     * Customs code of the enterprise
     */
    code?: string;
    /**
     * Name of the enterprise
     */
    name?: string;
    /**
     * Unified social credit code of the enterprise
     */
    creditCode?: string;
  };
  /**
   * Customs office of entry or exit
   */
  entryExitOffice?: string;
  /**
   * Customs office in charge
   */
  customsOffice?: string;
  /**
   * import or export; any other code is kept as received
   */
  direction?: string;
  /**
   * material or product; any other code is kept as received
   */
  materialMark?: string;
  /**
   * Mode of supervision
   */
  supervisionMode?: string;
  /**
   * Mode of transport
   */
  transportMode?: string;
  /**
   * Country of departure or arrival
   */
  country?: string;
  /**
   * Number of the application
   */
  applicationNumber?: string;
  /**
   * Whether a goods declaration is made
   */
  declareEntry?: string;
  /**
   * Kind of declaring
   */
  entryKind?: string;
  /**
   * Form of the goods declaration
   */
  entryForm?: string;
  /**
   * Whether the goods declaration is made of the list
   */
  makeEntry?: string;
  /**
   * Whether the goods declaration is changed with it
   */
  changeEntry?: string;
  /**
   * State of the goods declaration, as received
   */
  entryState?: string;
  /**
   * When it was written off provisionally
   */
  predeductedAt?: string;
  /**
   * When it was written off
   */
  deductedAt?: string;
  /**
   * State of writing off, as received
   */
  deductionState?: string;
  /**
   * Mode of writing off, as received
   */
  deductionMode?: string;
  /**
   * Code of accounting
   */
  accountingCode?: string;
  /**
   * State at the gates, as received
   */
  gateState?: string;
  /**
   * Whether gate passes were made, as received
   */
  gatePassMark?: string;
  /**
   * Amount that is levied
   */
  leviedAmount?: string;
  /**
   * Card of the declarer
   */
  cardNumber?: string;
  /**
   * When the record was added
   */
  addedAt?: string;
  /**
   * Remarks
   */
  remarks?: string;
  /**
   * Parameter 1
   */
  parameter1?: string;
  /**
   * Parameter 2
   */
  parameter2?: string;
  /**
   * Parameter 3
   */
  parameter3?: string;
  /**
   * Parameter 4
   */
  parameter4?: string;
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
     * Number of the list before it is declared
     */
    preEntryNumber?: string;
    /**
     * Number of the list at customs
     */
    listNumber?: string;
    /**
     * Number of the account
     */
    accountNumber?: string;
    /**
     * Number of the item in the list that is booked
     */
    accountListSequence?: string;
    /**
     * Number of changes
     */
    changeCount?: string;
    /**
     * Number of the item
     */
    sequence?: string;
    /**
     * Number of the item in the goods declaration
     */
    entrySequence?: string;
    /**
     * Number of the item in the account
     */
    recordSequence?: string;
    /**
     * Number of the item in the application
     */
    applicationSequence?: string;
    /**
     * Number of the material
     */
    materialNumber?: string;
    /**
     * Commodity code
     */
    commodityCode?: string;
    /**
     * Name of the goods
     */
    name?: string;
    /**
     * Specification
     */
    specification?: string;
    /**
     * Quantity declared
     */
    quantity?: string;
    /**
     * Unit of the quantity declared
     */
    unit?: string;
    /**
     * Legal quantity
     */
    legalQuantity?: string;
    /**
     * Legal unit
     */
    legalUnit?: string;
    /**
     * Second legal quantity
     */
    secondQuantity?: string;
    /**
     * Second legal unit
     */
    secondUnit?: string;
    /**
     * Unit price
     */
    unitPrice?: string;
    /**
     * Total price
     */
    totalPrice?: string;
    /**
     * Statistical value in US dollars
     */
    statisticalValueUsd?: string;
    /**
     * Currency
     */
    currency?: string;
    /**
     * Country of origin
     */
    originCountry?: string;
    /**
     * Country of destination
     */
    destinationCountry?: string;
    /**
     * Factor of the weight
     */
    weightFactor?: string;
    /**
     * First factor
     */
    firstFactor?: string;
    /**
     * Second factor
     */
    secondFactor?: string;
    /**
     * Gross mass
     */
    grossMass?: string;
    /**
     * Net mass
     */
    netMass?: string;
    /**
     * Use
     */
    use?: string;
    /**
     * Mode of levying
     */
    levyMode?: string;
    /**
     * Version of the unit consumption
     */
    consumptionVersion?: string;
    /**
     * Whether it is a dangerous chemical
     */
    dangerousMark?: string;
    /**
     * Mark of the change
     */
    changeMark?: string;
    /**
     * Quantity that passed the gates
     */
    passedQuantity?: string;
    /**
     * Quantity on gate passes
     */
    gatePassQuantity?: string;
    /**
     * Quantity taken in
     */
    inQuantity?: string;
    /**
     * Legal quantity taken in
     */
    inLegalQuantity?: string;
    /**
     * Second legal quantity taken in
     */
    inSecondQuantity?: string;
    /**
     * Quantity increased
     */
    increased?: string;
    /**
     * Quantity reduced
     */
    reduced?: string;
    /**
     * Quantity increased provisionally
     */
    increasedBefore?: string;
    /**
     * Quantity reduced provisionally
     */
    reducedBefore?: string;
    /**
     * Average price in US dollars
     */
    averagePrice?: string;
    /**
     * Value of the stock in US dollars
     */
    stockValue?: string;
    /**
     * When it was last taken in
     */
    inDate?: string;
    /**
     * When it was last taken out
     */
    outDate?: string;
    /**
     * Until when it may be stored
     */
    limitDate?: string;
    /**
     * How equipment came in
     */
    inKind?: string;
    /**
     * Mark of execution by customs
     */
    execution?: string;
    /**
     * When the record was added
     */
    addedAt?: string;
    /**
     * Remarks
     */
    remarks?: string;
    /**
     * Parameter 1
     */
    parameter1?: string;
    /**
     * Parameter 2
     */
    parameter2?: string;
    /**
     * Parameter 3
     */
    parameter3?: string;
    /**
     * Parameter 4
     */
    parameter4?: string;
  }[];
  /**
   * What customs answers
   */
  result?: {
    /**
     * Number that is answered, before it is declared
     */
    preEntryNumber?: string;
    /**
     * Number that is answered
     */
    number?: string;
    /**
     * Number of changes that is answered
     */
    changeCount?: string;
    /**
     * Kind of answer
     */
    kind?: string;
    /**
     * Result, as received: 1 done, 2 not done
     */
    code?: string;
    /**
     * When it was handled
     */
    at?: string;
    /**
     * What customs says
     */
    remarks?: string;
    /**
     * Number of the package of the answer
     */
    pocketId?: string;
    /**
     * Number of packages
     */
    pocketCount?: string;
    /**
     * Which package it is
     */
    pocketNumber?: string;
    /**
     * Whether the package is unstructured
     */
    unstructured?: string;
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
