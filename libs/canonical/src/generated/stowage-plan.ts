/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * Where on board of a vessel every container stands, or is to stand, with what must be known of it.
 */
export interface StowagePlan {
  vessel?: Vessel;
  call?: VesselCall;
  /**
   * The slots
   *
   * @minItems 1
   * @maxItems 250000
   *
   * Items: A slot and what is in it
   */
  slots?: {
    position?: Stowage;
    instruction?: Handling;
    /**
     * Number of the goods item (1496)
     */
    goodsNumber?: string;
    /**
     * Nature of the goods
     *
     * @minItems 1
     * @maxItems 99
     */
    goodsNature?: GoodsNature[];
    /**
     * Attributes
     *
     * @minItems 1
     * @maxItems 99
     */
    attributes?: Attribute[];
    /**
     * Free texts
     *
     * @minItems 1
     * @maxItems 99
     */
    remarks?: Remark[];
    masses?: Masses;
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
     */
    dimensions?: Dimension[];
    temperature?: Temperature;
    portOfLoading?: Location;
    portOfDischarge?: Location;
    placeOfDelivery?: Location;
    finalDestination?: Location;
    originalPortOfLoading?: Location;
    transhipmentPort?: Location;
    optionalPortOfDischarge?: Location;
    /**
     * Other places
     *
     * @minItems 1
     * @maxItems 99
     */
    otherLocations?: OtherLocation[];
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
    otherReferences?: NumberedReference[];
    /**
     * Organisations of a slot without containers, or with several
     *
     * @minItems 1
     * @maxItems 99
     */
    parties?: Party[];
    /**
     * What stands in the slot
     *
     * @minItems 1
     * @maxItems 99
     *
     * Items: Equipment in a slot
     */
    equipment?: {
      container?: Equipment;
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
       * Nature of the goods
       *
       * @minItems 1
       * @maxItems 99
       */
      goodsNature?: GoodsNature[];
      /**
       * Attributes
       *
       * @minItems 1
       * @maxItems 99
       */
      attributes?: Attribute[];
      /**
       * Free texts
       *
       * @minItems 1
       * @maxItems 99
       */
      remarks?: Remark[];
      masses?: Masses;
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
       */
      dimensions?: Dimension[];
      temperature?: Temperature;
      portOfLoading?: Location;
      portOfDischarge?: Location;
      placeOfDelivery?: Location;
      finalDestination?: Location;
      originalPortOfLoading?: Location;
      transhipmentPort?: Location;
      optionalPortOfDischarge?: Location;
      /**
       * Other places
       *
       * @minItems 1
       * @maxItems 99
       */
      otherLocations?: OtherLocation[];
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
      otherReferences?: NumberedReference[];
      /**
       * Handling instructions
       *
       * @minItems 1
       * @maxItems 99
       */
      handling?: Handling[];
      /**
       * Times
       *
       * @minItems 1
       * @maxItems 99
       */
      times?: Moment[];
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
        /**
         * Organisations
         *
         * @minItems 1
         * @maxItems 99
         */
        parties?: Party[];
      }[];
      /**
       * Dangerous goods
       *
       * @minItems 1
       * @maxItems 999
       */
      dangerousGoods?: DangerousGoods[];
      oversize?: Oversize;
      dangerousGoodsReference?: NumberedReference;
    }[];
    /**
     * Dangerous goods
     *
     * @minItems 1
     * @maxItems 999
     */
    dangerousGoods?: DangerousGoods[];
    /**
     * Number of units in the slot as the message states it
     */
    equipmentCount?: string;
    dangerousGoodsReference?: NumberedReference;
  }[];
  /**
   * Organisations of the message
   *
   * @minItems 1
   * @maxItems 99
   */
  parties?: PartyWithContacts[];
  message?: EdiMessage;
  /**
   * Values of the message that the mapping does not name, so that nothing is lost
   *
   * @minItems 1
   * @maxItems 1000
   */
  extensions?: Extension[];
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
 * Nature of the goods
 */
export interface GoodsNature {
  /**
   * Number of the goods item (1496)
   */
  number?: string;
  /**
   * Code (7085)
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
   * Product group (5389)
   */
  group?: string;
  /**
   * Code list that the code is from (1131)
   */
  groupCodeList?: string;
  /**
   * Agency of the code list (3055)
   */
  groupAgency?: string;
  /**
   * Product group in words
   */
  groupName?: string;
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
 * Masses
 */
export interface Masses {
  gross?: Measure;
  verifiedGross?: Measure;
  estimatedGross?: Measure;
  tare?: Measure;
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
 * A container that is ordered or announced; its number may not be known yet
 */
export interface Equipment {
  /**
   * Container number (ISO 6346)
   */
  number?: string;
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
   * How many such units are meant (6350)
   */
  quantity?: string;
  /**
   * What the quantity is (6353)
   */
  quantityKind?: string;
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
 * How far the cargo stands out of a container, in the unit of the message (mostly centimetres)
 */
export interface Oversize {
  /**
   * At the front
   */
  front?: string;
  /**
   * At the back
   */
  back?: string;
  /**
   * On the left
   */
  left?: string;
  /**
   * On the right
   */
  right?: string;
  /**
   * Above
   */
  height?: string;
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
/**
 * A value of the message that the mapping does not name, so that nothing is lost
 */
export interface Extension {
  /**
   * Path in the message
   */
  path: string;
  /**
   * Value as received
   */
  value: string;
}
