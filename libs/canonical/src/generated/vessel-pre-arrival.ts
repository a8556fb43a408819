/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * What a ship or its agent reports before it enters or leaves a port: the ship, its voyage, those on board, its cargo and what it asks for. Fields of the IMO FAL 1 general declaration.
 */
export interface VesselPreArrival {
  /**
   * What is reported: pre-arrival, pre-departure, entry-application, exit-application, arrival, departure; any other code is kept as received
   */
  kind?: string;
  /**
   * arrival or departure; any other code is kept as received
   */
  direction?: string;
  /**
   * Number of the report or application
   */
  reference?: string;
  /**
   * Number of the report that this one replaces
   */
  previousReference?: string;
  /**
   * Reference that the port gives the stay of the ship
   */
  stayReference?: string;
  /**
   * original, change, replacement or cancellation; any other code is kept as received
   */
  function?: string;
  /**
   * When it was sent
   */
  reportedAt?: string;
  /**
   * When the declaration was made
   */
  declaredAt?: string;
  receivingOffice?: Place;
  port?: Location;
  vessel?: Vessel;
  /**
   * Particulars of the ship
   */
  particulars?: {
    /**
     * Name of the ship in Chinese
     */
    nameZh?: string;
    /**
     * Former name of the ship
     */
    formerName?: string;
    /**
     * Flag State
     */
    flagState?: string;
    registryPort?: Place;
    /**
     * Number of the certificate of registry
     */
    registryNumber?: string;
    /**
     * Date of the certificate of registry
     */
    registryDate?: string;
    /**
     * Type of ship
     */
    shipType?: string;
    /**
     * Liner or tramp
     */
    lineType?: string;
    /**
     * Date of build
     */
    builtOn?: string;
    /**
     * Gross tonnage
     */
    grossTonnage?: string;
    /**
     * Net tonnage
     */
    netTonnage?: string;
    /**
     * Deadweight in tonnes
     */
    deadweight?: string;
    /**
     * Length overall in metres
     */
    length?: string;
    /**
     * Breadth in metres
     */
    breadth?: string;
    /**
     * Depth in metres
     */
    depth?: string;
    /**
     * Maximum draught in metres
     */
    maximumDraught?: string;
    /**
     * Service speed in knots
     */
    speed?: string;
    /**
     * Power of the main engine in kilowatts
     */
    mainEnginePower?: string;
    owner?: Party;
    operator?: Party;
    /**
     * Communication number of the ship
     */
    inmarsatNumber?: string;
    /**
     * Kind of the communication number
     */
    inmarsatKind?: string;
  };
  call?: VesselCall;
  anchorage?: Place;
  berth?: Place;
  /**
   * Planned time of berthing
   */
  berthingAt?: string;
  /**
   * Purposes of the call
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: Purposes of the call
   */
  purposes?: string[];
  /**
   * Route or service of the ship
   */
  serviceRoute?: string;
  /**
   * Draught forward in metres
   */
  forwardDraught?: string;
  /**
   * Draught aft in metres
   */
  aftDraught?: string;
  /**
   * Height above the water in metres
   */
  airDraught?: string;
  /**
   * Previous ports of call
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Previous ports of call
   */
  previousPorts?: {
    /**
     * Number in the list
     */
    sequence?: string;
    /**
     * Code of the port
     */
    code?: string;
    /**
     * Name of the port
     */
    name?: string;
    /**
     * Time of arrival
     */
    arrivedAt?: string;
    /**
     * Time of departure
     */
    departedAt?: string;
    /**
     * Security level
     */
    securityLevel?: string;
  }[];
  /**
   * Next ports of call
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Next ports of call
   */
  nextPorts?: {
    /**
     * Number in the list
     */
    sequence?: string;
    /**
     * Code of the port
     */
    code?: string;
    /**
     * Name of the port
     */
    name?: string;
    /**
     * Estimated time of arrival
     */
    estimatedArrival?: string;
  }[];
  /**
   * Master
   */
  master?: {
    /**
     * Name of the master
     */
    name?: string;
    /**
     * Nationality of the master
     */
    nationality?: string;
    /**
     * Number of the document of the master
     */
    documentNumber?: string;
    /**
     * Telephone of the master
     */
    phone?: string;
  };
  /**
   * Number of crew
   */
  crewCount?: string;
  /**
   * Number of passengers
   */
  passengerCount?: string;
  /**
   * Number of passengers in transit
   */
  transitPassengerCount?: string;
  /**
   * Number of persons on board
   */
  personsOnBoard?: string;
  /**
   * Number of stowaways
   */
  stowawayCount?: string;
  /**
   * Number of crew who change
   */
  crewChangeCount?: string;
  /**
   * Whether shore leave is asked for
   */
  shoreLeave?: string;
  /**
   * Cargo
   */
  cargo?: {
    /**
     * Brief description of the cargo
     */
    description?: string;
    /**
     * Cargo on board in tonnes
     */
    mass?: string;
    /**
     * Cargo to load in tonnes
     */
    loadMass?: string;
    /**
     * Cargo to discharge in tonnes
     */
    dischargeMass?: string;
    /**
     * Cargo in transit in tonnes
     */
    transitMass?: string;
    /**
     * Containers on board
     */
    containerCount?: string;
    /**
     * Containers to load
     */
    containersToLoad?: string;
    /**
     * Containers to discharge
     */
    containersToDischarge?: string;
    /**
     * Whether dangerous goods are on board
     */
    dangerousGoods?: string;
    /**
     * Dangerous goods in words
     */
    dangerousDescription?: string;
  };
  /**
   * Security
   */
  security?: {
    /**
     * Security level at which the ship operates
     */
    level?: string;
    /**
     * Number of the ship security certificate
     */
    certificateNumber?: string;
    /**
     * Issuer of the ship security certificate
     */
    certificateIssuer?: string;
    /**
     * Expiry of the ship security certificate
     */
    certificateValidUntil?: string;
  };
  /**
   * Health
   */
  health?: {
    lastQuarantinePort?: Place;
    /**
     * Number of the ship sanitation certificate
     */
    sanitationCertificateNumber?: string;
    /**
     * Date of the ship sanitation certificate
     */
    sanitationCertificateDate?: string;
    /**
     * Whether there is illness on board
     */
    illnessOnBoard?: string;
    /**
     * Remarks on health
     */
    remarks?: string;
  };
  /**
   * Requirements for waste reception facilities
   */
  waste?: string;
  /**
   * Ballast water in words
   */
  ballastWater?: string;
  /**
   * Certificates of the ship
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Certificates of the ship
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
     * Issuer
     */
    issuer?: string;
    /**
     * Date of issue
     */
    issuedOn?: string;
    /**
     * Date of expiry
     */
    validUntil?: string;
  }[];
  /**
   * Agent of the ship
   */
  agent?: {
    /**
     * Code of the agent
     */
    code?: string;
    /**
     * Name of the agent
     */
    name?: string;
    /**
     * Contact of the agent
     */
    contact?: string;
    /**
     * Telephone of the agent
     */
    phone?: string;
    /**
     * E-mail of the agent
     */
    email?: string;
  };
  /**
   * Attachments
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Attachments
   */
  attachments?: {
    /**
     * Kind of attachment
     */
    kind?: string;
    /**
     * Name of the file
     */
    name?: string;
    /**
     * Number or address of the attachment
     */
    reference?: string;
    /**
     * SHA-256 of the file
     */
    sha256?: string;
  }[];
  applicant?: Party;
  /**
   * Organisations of the message
   *
   * @minItems 1
   * @maxItems 99
   */
  parties?: PartyWithContacts[];
  /**
   * Other references
   *
   * @minItems 1
   * @maxItems 99
   */
  references?: NumberedReference[];
  /**
   * Free texts
   *
   * @minItems 1
   * @maxItems 99
   */
  remarks?: Remark[];
  /**
   * Remarks
   */
  note?: string;
  /**
   * Whether a crew list goes with it
   */
  crewList?: string;
  /**
   * Whether a passenger list goes with it
   */
  passengerList?: string;
  /**
   * Dangerous goods
   *
   * @minItems 1
   * @maxItems 999
   */
  dangerousGoods?: DangerousGoods[];
  /**
   * Goods
   *
   * @minItems 1
   * @maxItems 9999
   */
  goods?: GoodsItem[];
  message?: EdiMessage;
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
  /**
   * Relation between the places (5479)
   */
  relation?: string;
}
/**
 * The vessel and its voyage
 */
export interface Vessel {
  /**
   * IMO ship number
   */
  imoNumber?: string;
  /**
   * Maritime mobile service identity
   */
  mmsi?: string;
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
   * Whose means of transport (8281)
   */
  ownership?: string;
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
   * Direction of transit (8101)
   */
  direction?: string;
  /**
   * References of the vessel or voyage
   *
   * @minItems 1
   * @maxItems 99
   */
  references?: NumberedReference[];
  service?: Place;
}
/**
 * A reference with its kind
 */
export interface NumberedReference {
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
  /**
   * Version (4000, 1056)
   */
  revision?: string;
  /**
   * Times of the reference
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
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
/**
 * The call of the vessel
 */
export interface VesselCall {
  portOfLoading?: Location;
  portOfDischarge?: Location;
  previousPort?: Location;
  nextPort?: Location;
  officeOfEntry?: Location;
  officeOfExit?: Location;
  placeOfCall?: Location;
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
  /**
   * Free texts about the voyage
   *
   * @minItems 1
   * @maxItems 99
   */
  remarks?: Remark[];
  carrier?: Party;
  containerOperator?: Party;
  /**
   * Other organisations
   *
   * @minItems 1
   * @maxItems 99
   */
  otherParties?: Party[];
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
  /**
   * Relation between the places (5479)
   */
  relation?: string;
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
   * Code list that the code is from (1131)
   */
  codeList?: string;
  /**
   * Agency of the code list (3055)
   */
  agency?: string;
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
 * An organisation of the message, with its contacts
 */
export interface PartyWithContacts {
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
  /**
   * References
   *
   * @minItems 1
   * @maxItems 99
   */
  references?: NumberedReference[];
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 99
   */
  times?: Moment[];
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
  /**
   * Ways to reach the contact, where the message says whose they are
   *
   * @minItems 1
   * @maxItems 99
   */
  communications?: Communication[];
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
/**
 * Dangerous goods of one substance
 */
export interface DangerousGoods {
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
   * Label 4
   */
  label4?: string;
  /**
   * Packing instruction
   */
  packingInstruction?: string;
  /**
   * Transport category
   */
  transportCategory?: string;
  /**
   * Permission for transport (8211)
   */
  transportPermission?: string;
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
  /**
   * Tunnel restriction code
   */
  tunnelCode?: string;
  /**
   * Places, such as the position on board
   *
   * @minItems 1
   * @maxItems 99
   */
  locations?: OtherLocation[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 99
   */
  references?: NumberedReference[];
  /**
   * Containers that the goods are in
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Goods in a container
   */
  equipment?: {
    /**
     * Container or other equipment number
     */
    number?: string;
    /**
     * Number of packages in it
     */
    packages?: string;
    position?: Stowage;
    /**
     * Measurements
     *
     * @minItems 1
     * @maxItems 99
     */
    measurements?: Measurement[];
  }[];
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
   * Significance (6321)
   */
  significance?: string;
  /**
   * Value
   */
  value?: string;
  /**
   * Unit
   */
  unit?: string;
  /**
   * Lowest value
   */
  minimum?: string;
  /**
   * Highest value
   */
  maximum?: string;
  /**
   * Surface or layer (7383)
   */
  surface?: string;
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
   * Code list that the code is from (1131)
   */
  typeCodeList?: string;
  /**
   * Agency of the code list (3055)
   */
  typeAgency?: string;
  /**
   * Value (9019)
   */
  value?: string;
  /**
   * Code list that the code is from (1131)
   */
  valueCodeList?: string;
  /**
   * Agency of the code list (3055)
   */
  valueAgency?: string;
  /**
   * Value in words
   */
  description?: string;
}
/**
 * Position on board
 */
export interface Stowage {
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
}
/**
 * Goods of one kind
 */
export interface GoodsItem {
  /**
   * Number of the goods item (1496)
   */
  number?: string;
  /**
   * Number of packages
   */
  packages?: string;
  /**
   * Kind of packages
   */
  packageType?: string;
  /**
   * Code list that the code is from (1131)
   */
  packageTypeCodeList?: string;
  /**
   * Agency of the code list (3055)
   */
  packageTypeAgency?: string;
  /**
   * Kind of packages in words
   */
  packageTypeName?: string;
  /**
   * Handling instructions
   *
   * @minItems 1
   * @maxItems 99
   */
  handling?: Handling[];
  /**
   * Texts: description of the goods and others
   *
   * @minItems 1
   * @maxItems 99
   */
  remarks?: Remark[];
  /**
   * Additional product identifications
   *
   * @minItems 1
   * @maxItems 99
   */
  productIds?: ProductId[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 99
   */
  references?: NumberedReference[];
  /**
   * Organisations
   *
   * @minItems 1
   * @maxItems 99
   */
  parties?: Party[];
  /**
   * Measurements
   *
   * @minItems 1
   * @maxItems 99
   */
  measurements?: Measurement[];
  /**
   * Dimensions
   *
   * @minItems 1
   * @maxItems 99
   */
  dimensions?: Dimension[];
  temperature?: Temperature;
  /**
   * Containers that the goods are in
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Goods in a container
   */
  equipment?: {
    /**
     * Container number
     */
    number?: string;
    /**
     * Number of packages in it
     */
    packages?: string;
    /**
     * Measurements
     *
     * @minItems 1
     * @maxItems 99
     */
    measurements?: Measurement[];
  }[];
  /**
   * Dangerous goods
   *
   * @minItems 1
   * @maxItems 999
   */
  dangerousGoods?: DangerousGoods[];
}
/**
 * A handling instruction
 */
export interface Handling {
  /**
   * Code (4079)
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
   * In words
   */
  description?: string;
  /**
   * Hazardous material category (7419)
   */
  hazard?: string;
}
/**
 * A product identification
 */
export interface ProductId {
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
}
/**
 * A dimension
 */
export interface Dimension {
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
  /**
   * Diameter
   */
  diameter?: string;
}
/**
 * Transport temperature
 */
export interface Temperature {
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
}
/**
 * The message that the document came in, and its envelope
 */
export interface EdiMessage {
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
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * References of the message
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Free texts of the message
   *
   * @minItems 1
   * @maxItems 9999
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
  /**
   * Processing priority (0029)
   */
  priority?: string;
  /**
   * Interchange agreement (0032)
   */
  agreement?: string;
  /**
   * Section mark before the details (0081)
   */
  section?: string;
  /**
   * Status of the report (1373)
   */
  status?: string;
  /**
   * Internal address of the sender
   */
  senderInternal?: string;
  /**
   * Internal address of the recipient
   */
  recipientInternal?: string;
  /**
   * Reference or password of the recipient
   */
  recipientPassword?: string;
  /**
   * Whether an acknowledgement is asked for
   */
  acknowledgement?: string;
  /**
   * Group of messages that it came in
   */
  group?: {
    /**
     * Type of the messages
     */
    type?: string;
    /**
     * Sender
     */
    sender?: string;
    /**
     * Qualifier of the sender
     */
    senderQualifier?: string;
    /**
     * Recipient
     */
    recipient?: string;
    /**
     * Qualifier of the recipient
     */
    recipientQualifier?: string;
    /**
     * Date of preparation as stated
     */
    preparedDate?: string;
    /**
     * Time of preparation
     */
    preparedTime?: string;
    /**
     * Reference of the group
     */
    reference?: string;
    /**
     * Agency of the message type
     */
    agency?: string;
    /**
     * Version of the message type
     */
    version?: string;
    /**
     * Release of the message type
     */
    release?: string;
    /**
     * Code of the association
     */
    association?: string;
  };
  /**
   * Number of this part of a transfer
   */
  transferSequence?: string;
  /**
   * First or last part of a transfer
   */
  transferStatus?: string;
  /**
   * Code list of the name
   */
  nameCodeList?: string;
  /**
   * Agency of the name
   */
  nameAgency?: string;
  /**
   * Version of the document
   */
  numberVersion?: string;
  /**
   * Revision of the document
   */
  numberRevision?: string;
  /**
   * Control totals
   *
   * @minItems 1
   * @maxItems 9999
   */
  counts?: EdiCount[];
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  locations?: OtherLocation[];
  /**
   * When the message was prepared, where it says so in one
   */
  preparedAt?: string;
}
/**
 * A control total
 */
export interface EdiCount {
  /**
   * What is counted
   */
  kind?: string;
  /**
   * Count
   */
  value?: string;
  /**
   * Unit
   */
  unit?: string;
}
