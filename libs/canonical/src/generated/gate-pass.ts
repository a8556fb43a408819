/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * The pass by which goods and a vehicle go through the gate of a supervised area (核放单).
 */
export interface GatePass {
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
  };
  /**
   * Number before it is declared
   */
  preEntryNumber?: string;
  /**
   * Number of the gate pass
   */
  number?: string;
  /**
   * Number that the enterprise gives it
   */
  enterpriseReference?: string;
  /**
   * Kind of gate pass
   */
  kind?: string;
  /**
   * Customs office in charge
   */
  customsOffice?: string;
  /**
   * Kind of declaration
   */
  declarationKind?: string;
  /**
   * in or out; any other code is kept as received
   */
  direction?: string;
  /**
   * How vehicle and documents are bound
   */
  bindingKind?: string;
  /**
   * Kind of the related document
   */
  relatedKind?: string;
  /**
   * Number of the related document
   */
  relatedNumber?: string;
  /**
   * Number of the account in the area
   */
  areaAccountNumber?: string;
  /**
   * Enterprise in the area
   */
  areaEnterprise?: {
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
   * Vehicle
   */
  vehicle?: {
    /**
     * Plate number of the vehicle
     */
    number?: string;
    /**
     * Card of the vehicle
     */
    cardNumber?: string;
    /**
     * Mass of the vehicle
     */
    mass?: string;
    /**
     * Number of the frame
     */
    frameNumber?: string;
    /**
     * Mass of the frame
     */
    frameMass?: string;
  };
  /**
   * Container
   */
  container?: {
    /**
     * Container number
     */
    number?: string;
    /**
     * Kind of container
     */
    kind?: string;
    /**
     * Mass of the container
     */
    mass?: string;
  };
  /**
   * Total mass
   */
  totalMass?: string;
  /**
   * Gross mass of the goods
   */
  totalGrossMass?: string;
  /**
   * Net mass of the goods
   */
  totalNetMass?: string;
  /**
   * Person who declares
   */
  declarer?: string;
  /**
   * When it was declared
   */
  declaredAt?: string;
  /**
   * Enterprise that declares
   */
  declaringEnterprise?: {
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
   * Customs registration of the operator
   */
  operatorCode?: string;
  /**
   * Remarks
   */
  remarks?: string;
  /**
   * Spare field 1
   */
  spare1?: string;
  /**
   * Spare field 2
   */
  spare2?: string;
  /**
   * Spare field 3
   */
  spare3?: string;
  /**
   * Spare field 4
   */
  spare4?: string;
  /**
   * Related documents
   *
   * @minItems 1
   * @maxItems 9999
   *
   * Items: Related documents
   */
  documents?: {
    /**
     * Number of the gate pass before it is declared
     */
    preEntryNumber?: string;
    /**
     * Number of the gate pass
     */
    passNumber?: string;
    /**
     * Kind of the document
     */
    kind?: string;
    /**
     * Number of the document
     */
    number?: string;
  }[];
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
     * Number of the gate pass before it is declared
     */
    preEntryNumber?: string;
    /**
     * Number of the gate pass
     */
    passNumber?: string;
    /**
     * Number of the item
     */
    sequence?: string;
    /**
     * Number of the item in the related document
     */
    relatedSequence?: string;
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
     * Quantity
     */
    quantity?: string;
    /**
     * Unit
     */
    unit?: string;
    /**
     * Number of changes
     */
    changeCount?: string;
    /**
     * Gross mass
     */
    grossMass?: string;
    /**
     * Net mass
     */
    netMass?: string;
    /**
     * Remarks
     */
    remarks?: string;
    /**
     * Spare field 1
     */
    spare1?: string;
    /**
     * Spare field 2
     */
    spare2?: string;
    /**
     * Spare field 3
     */
    spare3?: string;
    /**
     * Spare field 4
     */
    spare4?: string;
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
     * approved, returned, referred; any other code is kept as received
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
   * State at customs
   */
  state?: {
    /**
     * State: 0 applied, 1 approved, 2 passed, 3 passed the first gate, 4 passed the second, 5 deleted, as received
     */
    code?: string;
    /**
     * Mark of approval, as received
     */
    approval?: string;
    /**
     * Whether it has come for inspection, as received
     */
    arrival?: string;
    /**
     * System that it belongs to, as received
     */
    system?: string;
    /**
     * Number of changes
     */
    changeCount?: string;
    /**
     * Gate that was passed
     */
    gateId?: string;
    /**
     * Second gate that was passed
     */
    secondGateId?: string;
    /**
     * When the gate was passed
     */
    passedAt?: string;
    /**
     * When the second gate was passed
     */
    secondPassedAt?: string;
    /**
     * Mass that the gate measured
     */
    collectedMass?: string;
    /**
     * Difference of the masses
     */
    massError?: string;
  };
  /**
   * Customs declarations
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Customs declarations
   */
  entryNumbers?: string[];
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
