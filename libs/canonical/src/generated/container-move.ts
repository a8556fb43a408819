/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * One container discharged from or loaded on a vessel, as a terminal reports it.
 */
export interface ContainerMove {
  /**
   * What happened: discharge or load; a code that is not known is kept as received
   */
  moveKind?: string;
  /**
   * When the container was moved
   */
  movedAt?: string;
  port?: Place;
  terminal?: Place;
  /**
   * The container
   */
  container: {
    /**
     * Container number (ISO 6346)
     */
    number: string;
    /**
     * Code list that the code is from (1131)
     */
    numberCodeList?: string;
    /**
     * Agency of the code list (3055)
     */
    numberAgency?: string;
    /**
     * Kind of equipment (8053): CN container
     */
    equipmentType?: string;
    /**
     * Size and type (ISO 6346)
     */
    sizeType?: string;
    /**
     * Code list that the code is from (1131)
     */
    sizeTypeCodeList?: string;
    /**
     * Agency of the code list (3055)
     */
    sizeTypeAgency?: string;
    /**
     * Size and type in words
     */
    sizeTypeDescription?: string;
    /**
     * Who supplied it (8077)
     */
    supplier?: string;
    /**
     * continental, export, import, remain-on-board, shifter or transhipment (8249)
     */
    tradeStatus?: string;
    /**
     * empty or full (8169)
     */
    fullness?: string;
    /**
     * Marking (4233)
     */
    marking?: string;
  };
  /**
   * The vessel and its voyage
   */
  vessel?: {
    /**
     * IMO ship number
     */
    imoNumber?: string;
    /**
     * Radio call sign
     */
    callSign?: string;
    /**
     * Another identification of the vessel
     */
    id?: string;
    /**
     * Code list that the code is from (1131)
     */
    idCodeList?: string;
    /**
     * Agency of the code list (3055)
     */
    idAgency?: string;
    /**
     * Name
     */
    name?: string;
    /**
     * Nationality
     */
    nationality?: string;
    /**
     * Voyage number
     */
    voyage?: string;
    /**
     * Stage of transport (8051)
     */
    stage?: string;
    /**
     * Mode of transport (UN/ECE Recommendation 19)
     */
    mode?: string;
    /**
     * Kind of means of transport
     */
    meansType?: string;
    /**
     * Kind of means of transport in words
     */
    meansTypeDescription?: string;
    carrier?: Place;
    /**
     * References of the vessel or voyage
     *
     * @minItems 1
     * @maxItems 99
     */
    references?: Reference[];
  };
  /**
   * The call of the vessel
   */
  call?: {
    portOfLoading?: Location;
    portOfDischarge?: Location;
    previousPort?: Location;
    nextPort?: Location;
    officeOfEntry?: Location;
    officeOfExit?: Location;
    /**
     * Other places
     *
     * @minItems 1
     * @maxItems 99
     */
    otherLocations?: OtherLocation[];
    /**
     * Estimated arrival
     */
    estimatedArrival?: string;
    /**
     * Estimated departure
     */
    estimatedDeparture?: string;
    /**
     * Actual arrival
     */
    actualArrival?: string;
    /**
     * Actual departure
     */
    actualDeparture?: string;
    /**
     * Other times
     *
     * @minItems 1
     * @maxItems 99
     */
    otherTimes?: Moment[];
    carrier?: Party;
    containerOperator?: Party;
    /**
     * Other organisations
     *
     * @minItems 1
     * @maxItems 99
     */
    otherParties?: Party[];
  };
  portOfLoading?: Location;
  portOfDischarge?: Location;
  placeOfDelivery?: Location;
  finalDestination?: Location;
  originalPortOfLoading?: Location;
  transhipmentPort?: Location;
  optionalPortOfDischarge?: Location;
  /**
   * Position on board
   */
  stowage?: {
    /**
     * Cell: bay, row and tier
     */
    cell?: string;
    /**
     * Code list that the code is from (1131)
     */
    codeList?: string;
    /**
     * Agency of the code list (3055)
     */
    agency?: string;
  };
  /**
   * Other places
   *
   * @minItems 1
   * @maxItems 99
   */
  otherLocations?: OtherLocation[];
  /**
   * Other times
   *
   * @minItems 1
   * @maxItems 99
   */
  otherTimes?: Moment[];
  /**
   * Bill of lading numbers
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Bill of lading number
   */
  billNumbers?: string[];
  /**
   * Booking numbers
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Booking number
   */
  bookingNumbers?: string[];
  /**
   * Customs declaration numbers
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Customs declaration number
   */
  declarationNumbers?: string[];
  /**
   * Other references
   *
   * @minItems 1
   * @maxItems 99
   */
  otherReferences?: Reference[];
  /**
   * Masses
   */
  masses?: {
    gross?: Measure;
    verifiedGross?: Measure;
    estimatedGross?: Measure;
    tare?: Measure;
  };
  /**
   * Other measurements
   *
   * @minItems 1
   * @maxItems 99
   */
  otherMeasurements?: Measurement[];
  /**
   * Over-dimensions
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: A dimension
   */
  dimensions?: {
    /**
     * Kind (6145)
     */
    kind?: string;
    /**
     * Unit
     */
    unit?: string;
    /**
     * Length
     */
    length?: string;
    /**
     * Width
     */
    width?: string;
    /**
     * Height
     */
    height?: string;
  }[];
  /**
   * Transport temperature
   */
  temperature?: {
    /**
     * Kind (6245)
     */
    kind?: string;
    /**
     * Set temperature
     */
    value?: string;
    /**
     * Unit
     */
    unit?: string;
    /**
     * Kind of range (6167)
     */
    rangeKind?: string;
    /**
     * Unit of the range
     */
    rangeUnit?: string;
    /**
     * Lowest
     */
    minimum?: string;
    /**
     * Highest
     */
    maximum?: string;
  };
  /**
   * Seals
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: A seal
   */
  seals?: {
    /**
     * Seal number
     */
    number?: string;
    /**
     * Who sealed (9303)
     */
    issuer?: string;
    /**
     * Who sealed, in words
     */
    issuerName?: string;
    /**
     * Condition (4517)
     */
    condition?: string;
  }[];
  /**
   * Dangerous goods
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Dangerous goods of one substance
   */
  dangerousGoods?: {
    /**
     * Regulation (8273)
     */
    regulation?: string;
    /**
     * Hazard class
     */
    hazardClass?: string;
    /**
     * Page of the regulation
     */
    hazardPage?: string;
    /**
     * Version of the regulation
     */
    hazardVersion?: string;
    /**
     * UN number
     */
    unNumber?: string;
    /**
     * Flashpoint as text
     */
    flashpointText?: string;
    /**
     * Flashpoint
     */
    flashpoint?: string;
    /**
     * Unit of the flashpoint
     */
    flashpointUnit?: string;
    /**
     * Packing group
     */
    packingGroup?: string;
    /**
     * Emergency procedure
     */
    emsNumber?: string;
    /**
     * Medical first aid guide
     */
    mfagNumber?: string;
    /**
     * Transport emergency card
     */
    tremCard?: string;
    /**
     * Placard, upper part
     */
    upperPlacard?: string;
    /**
     * Placard, lower part
     */
    lowerPlacard?: string;
    /**
     * Label 1
     */
    label1?: string;
    /**
     * Label 2
     */
    label2?: string;
    /**
     * Label 3
     */
    label3?: string;
    /**
     * Packing instruction
     */
    packingInstruction?: string;
    /**
     * Transport category
     */
    transportCategory?: string;
    /**
     * Texts: technical name and others
     *
     * @minItems 1
     * @maxItems 99
     */
    remarks?: Remark[];
    /**
     * Measurements
     *
     * @minItems 1
     * @maxItems 99
     */
    measurements?: Measurement[];
    /**
     * Attributes
     *
     * @minItems 1
     * @maxItems 99
     */
    attributes?: Attribute[];
    /**
     * Contacts in an emergency
     *
     * @minItems 1
     * @maxItems 99
     */
    contacts?: Contact[];
    /**
     * Communication numbers
     *
     * @minItems 1
     * @maxItems 99
     */
    communications?: Communication[];
  }[];
  /**
   * Terms of the container movement
   */
  movementType?: {
    /**
     * Terms (8335)
     */
    code?: string;
    /**
     * Terms in words
     */
    description?: string;
    /**
     * Equipment plan
     */
    plan?: string;
    /**
     * Haulage arrangements (8341)
     */
    haulage?: string;
  };
  /**
   * Nature of the goods
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Nature of the goods
   */
  goodsNature?: {
    /**
     * Code (7085)
     */
    code?: string;
  }[];
  /**
   * Attributes
   *
   * @minItems 1
   * @maxItems 99
   */
  attributes?: Attribute[];
  /**
   * Percentages
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: A percentage
   */
  percentages?: {
    /**
     * Kind (5245)
     */
    kind?: string;
    /**
     * Value
     */
    value?: string;
    /**
     * Basis (5249)
     */
    basis?: string;
  }[];
  /**
   * Handling instructions
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: A handling instruction
   */
  handling?: {
    /**
     * Code (4079)
     */
    code?: string;
    /**
     * In words
     */
    description?: string;
  }[];
  /**
   * Attached equipment
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Attached equipment
   */
  attachedEquipment?: {
    /**
     * Kind (8053)
     */
    type?: string;
    /**
     * Number
     */
    number?: string;
  }[];
  /**
   * Additional product identifications
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: A product identification
   */
  productIds?: {
    /**
     * Function (4347)
     */
    function?: string;
    /**
     * Identification
     */
    code?: string;
    /**
     * Kind (7143)
     */
    type?: string;
  }[];
  /**
   * Damages
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: A damage
   */
  damages?: {
    /**
     * Kind of details (7493)
     */
    kind?: string;
    /**
     * Type of damage
     */
    type?: string;
    /**
     * Type of damage in words
     */
    typeDescription?: string;
    /**
     * Area
     */
    area?: string;
    /**
     * Area in words
     */
    areaDescription?: string;
    /**
     * Severity
     */
    severity?: string;
    /**
     * Severity in words
     */
    severityDescription?: string;
    /**
     * Action
     */
    action?: string;
    /**
     * Component
     */
    component?: string;
    /**
     * Material of the component
     */
    componentMaterial?: string;
  }[];
  /**
   * Transport before or after: pre-carriage and on-carriage
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: A connecting transport
   */
  connections?: {
    /**
     * pre-carriage or on-carriage (8051)
     */
    stage?: string;
    /**
     * Voyage or trip
     */
    voyage?: string;
    /**
     * Mode of transport (UN/ECE Recommendation 19)
     */
    mode?: string;
    /**
     * Kind of means of transport
     */
    meansType?: string;
    /**
     * Kind of means of transport in words
     */
    meansTypeDescription?: string;
    carrier?: Place;
    /**
     * Number plate, IMO number or other identification
     */
    meansId?: string;
    /**
     * Code list that the code is from (1131)
     */
    meansIdCodeList?: string;
    /**
     * Agency of the code list (3055)
     */
    meansIdAgency?: string;
    /**
     * Name of the means of transport
     */
    meansName?: string;
    /**
     * Nationality
     */
    nationality?: string;
    /**
     * Places
     *
     * @minItems 1
     * @maxItems 99
     */
    locations?: OtherLocation[];
    /**
     * Times
     *
     * @minItems 1
     * @maxItems 99
     */
    times?: Moment[];
  }[];
  carrier?: Party;
  containerOperator?: Party;
  /**
   * Other organisations
   *
   * @minItems 1
   * @maxItems 99
   */
  otherParties?: Party[];
  /**
   * Free texts
   *
   * @minItems 1
   * @maxItems 99
   */
  remarks?: Remark[];
  /**
   * The message that reported the move
   */
  message?: {
    /**
     * Sender of the interchange
     */
    sender?: string;
    /**
     * What the sender code is
     */
    senderQualifier?: string;
    /**
     * Recipient of the interchange
     */
    recipient?: string;
    /**
     * What the recipient code is
     */
    recipientQualifier?: string;
    /**
     * Date of preparation
     */
    preparedDate?: string;
    /**
     * Time of preparation, HHMM as received
     */
    preparedTime?: string;
    /**
     * Reference of the interchange
     */
    interchangeReference?: string;
    /**
     * Application reference
     */
    application?: string;
    /**
     * 1: a test
     */
    test?: string;
    /**
     * Syntax identifier
     */
    syntax?: string;
    /**
     * Syntax version
     */
    syntaxVersion?: string;
    /**
     * Reference of the message
     */
    reference?: string;
    /**
     * Version of the message type
     */
    version?: string;
    /**
     * Release of the message type
     */
    release?: string;
    /**
     * Controlling agency
     */
    agency?: string;
    /**
     * Code of the implementation
     */
    association?: string;
    /**
     * Common access reference
     */
    accessReference?: string;
    /**
     * Name of the report (1001)
     */
    nameCode?: string;
    /**
     * Name of the report in words
     */
    name?: string;
    /**
     * Number of the report
     */
    number?: string;
    /**
     * original, cancellation, addition, deletion, change or replacement; other codes as received
     */
    function?: string;
    /**
     * Response wanted (4343)
     */
    response?: string;
    /**
     * Number of containers as the message states it
     */
    containerCount?: string;
    /**
     * Times of the message
     *
     * @minItems 1
     * @maxItems 99
     */
    times?: Moment[];
    /**
     * References of the message
     *
     * @minItems 1
     * @maxItems 99
     */
    references?: Reference[];
    /**
     * Free texts of the message
     *
     * @minItems 1
     * @maxItems 99
     */
    remarks?: Remark[];
    /**
     * Contacts
     *
     * @minItems 1
     * @maxItems 99
     */
    contacts?: Contact[];
    /**
     * Communication numbers
     *
     * @minItems 1
     * @maxItems 99
     */
    communications?: Communication[];
  };
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
 * A reference with its kind
 */
export interface Reference {
  /**
   * Kind of reference (1153)
   */
  kind?: string;
  /**
   * Number
   */
  number?: string;
  /**
   * Line
   */
  line?: string;
}
/**
 * A port or place, and the terminal or area in it
 */
export interface Location {
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
  terminal?: Place;
  subPlace?: Place;
}
/**
 * A place with the function that it has
 */
export interface OtherLocation {
  /**
   * Function of the place (3227)
   */
  function?: string;
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
  terminal?: Place;
  subPlace?: Place;
}
/**
 * A time with its meaning
 */
export interface Moment {
  /**
   * Meaning (2005)
   */
  kind?: string;
  /**
   * Date or time
   */
  at?: string;
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
   * Street
   */
  street?: string;
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
/**
 * A measurement with its purpose
 */
export interface Measurement {
  /**
   * Purpose (6311)
   */
  purpose?: string;
  /**
   * What was measured (6313)
   */
  dimension?: string;
  /**
   * Value
   */
  value?: string;
  /**
   * Unit
   */
  unit?: string;
}
/**
 * Free text with its subject
 */
export interface Remark {
  /**
   * Subject (4451)
   */
  subject?: string;
  /**
   * Function (4453)
   */
  function?: string;
  /**
   * Code of the text (4441)
   */
  code?: string;
  /**
   * Text, line 1
   */
  text?: string;
  /**
   * Text, line 2
   */
  text2?: string;
  /**
   * Text, line 3
   */
  text3?: string;
  /**
   * Text, line 4
   */
  text4?: string;
  /**
   * Text, line 5
   */
  text5?: string;
  /**
   * Language
   */
  language?: string;
}
/**
 * An attribute
 */
export interface Attribute {
  /**
   * Function (9017)
   */
  function?: string;
  /**
   * Kind (9021)
   */
  type?: string;
  /**
   * Value (9019)
   */
  value?: string;
  /**
   * Value in words
   */
  description?: string;
}
/**
 * A contact
 */
export interface Contact {
  /**
   * Function (3139)
   */
  function?: string;
  /**
   * Code
   */
  code?: string;
  /**
   * Name
   */
  name?: string;
}
/**
 * A communication number
 */
export interface Communication {
  /**
   * Number
   */
  number?: string;
  /**
   * Kind (3155)
   */
  channel?: string;
}
