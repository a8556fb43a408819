/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * The berth that a vessel asks for or is given, with the services of its call: application, plan or confirmation.
 */
export interface BerthPlan {
  /**
   * What it is: application, plan, confirmation; other words are kept as received
   */
  planKind?: string;
  /**
   * Number of the call given by the port or its authority
   */
  callReference?: string;
  port?: Place;
  terminal?: Place;
  berth?: Place;
  vessel?: Vessel;
  call?: VesselCall;
  /**
   * When the vessel is to berth
   */
  berthingAt?: string;
  /**
   * When the vessel is to leave the berth
   */
  unberthingAt?: string;
  /**
   * Purposes of the call
   *
   * @minItems 1
   * @maxItems 99
   */
  purposes?: Place[];
  /**
   * Services that are asked for
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: A service that is asked for
   */
  services?: {
    /**
     * Contract and carriage condition (4065)
     */
    contract?: string;
    /**
     * Service that is asked for (7273)
     */
    service?: string;
    /**
     * Further service
     */
    service2?: string;
    /**
     * Priority (4219)
     */
    priority?: string;
    /**
     * Nature of the cargo (7085)
     */
    goodsNature?: string;
    /**
     * Quantities
     *
     * @minItems 1
     * @maxItems 99
     *
     * Items: A quantity
     */
    quantities?: {
      /**
       * What is counted (6063)
       */
      kind?: string;
      /**
       * How many
       */
      value?: string;
      /**
       * Unit
       */
      unit?: string;
    }[];
    /**
     * Free texts
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
     * Times
     *
     * @minItems 1
     * @maxItems 99
     */
    times?: Moment[];
    /**
     * Purposes of the call
     *
     * @minItems 1
     * @maxItems 99
     */
    purposes?: Place[];
    /**
     * Places where it is asked for: berths
     *
     * @minItems 1
     * @maxItems 99
     *
     * Items: A place with its times
     */
    places?: {
      /**
       * What the place is for (3227)
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
      /**
       * Times
       *
       * @minItems 1
       * @maxItems 99
       */
      times?: Moment[];
      /**
       * Measurements
       *
       * @minItems 1
       * @maxItems 99
       */
      measurements?: Measurement[];
      /**
       * Quantities
       *
       * @minItems 1
       * @maxItems 99
       *
       * Items: A quantity
       */
      quantities?: {
        /**
         * What is counted (6063)
         */
        kind?: string;
        /**
         * How many
         */
        value?: string;
        /**
         * Unit
         */
        unit?: string;
      }[];
      /**
       * Purposes of the call
       *
       * @minItems 1
       * @maxItems 99
       */
      purposes?: Place[];
      /**
       * Free texts
       *
       * @minItems 1
       * @maxItems 99
       */
      remarks?: Remark[];
      /**
       * What is to be done there
       *
       * @minItems 1
       * @maxItems 99
       *
       * Items: A handling
       */
      handling?: {
        /**
         * Handling (4079)
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
         * Handling in words
         */
        description?: string;
        /**
         * Hazard (7419)
         */
        hazard?: string;
        /**
         * Organisations
         *
         * @minItems 1
         * @maxItems 99
         */
        parties?: Party[];
        /**
         * Goods
         *
         * @minItems 1
         * @maxItems 99
         *
         * Items: Goods to be handled
         */
        goods?: {
          goodsNature?: GoodsNature;
          /**
           * Free texts
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
           * Number of units
           */
          count?: string;
          /**
           * What the number is for (6065)
           */
          countKind?: string;
          /**
           * Dangerous goods
           *
           * @minItems 1
           * @maxItems 99
           */
          dangerousGoods?: DangerousGoods[];
        }[];
      }[];
    }[];
  }[];
  /**
   * The transport of the vessel, and others that the message tells of
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: A transport of the call
   */
  transports?: {
    /**
     * Stage of the transport
     */
    stage?: string;
    /**
     * Voyage or journey number
     */
    voyage?: string;
    /**
     * Mode (Recommendation 19)
     */
    mode?: string;
    /**
     * Type of the means of transport
     */
    meansType?: string;
    /**
     * Type in words
     */
    meansTypeDescription?: string;
    carrier?: Place;
    /**
     * Direction (8101)
     */
    direction?: string;
    /**
     * Identification of the means of transport
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
     * Whose means of transport (8281)
     */
    ownership?: string;
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
    /**
     * Measurements
     *
     * @minItems 1
     * @maxItems 99
     */
    measurements?: Measurement[];
    /**
     * Free texts
     *
     * @minItems 1
     * @maxItems 99
     */
    remarks?: Remark[];
    /**
     * Communications
     *
     * @minItems 1
     * @maxItems 99
     */
    communications?: Communication[];
    /**
     * Places
     *
     * @minItems 1
     * @maxItems 999
     *
     * Items: A place with its times
     */
    places?: {
      /**
       * What the place is for (3227)
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
      /**
       * Times
       *
       * @minItems 1
       * @maxItems 99
       */
      times?: Moment[];
    }[];
    /**
     * Government procedures
     *
     * @minItems 1
     * @maxItems 99
     *
     * Items: A government procedure
     */
    procedures?: {
      /**
       * Import, export, transit … (8323)
       */
      movement?: string;
      /**
       * Government agency (9415)
       */
      agency?: string;
      /**
       * Its involvement (9411)
       */
      involvement?: string;
      /**
       * Its action (9417)
       */
      action?: string;
      /**
       * Procedure (9353)
       */
      procedure?: string;
      /**
       * Government agency (9415)
       */
      agency2?: string;
      /**
       * Its involvement (9411)
       */
      involvement2?: string;
      /**
       * Its action (9417)
       */
      action2?: string;
      /**
       * Procedure (9353)
       */
      procedure2?: string;
      /**
       * Government agency (9415)
       */
      agency3?: string;
      /**
       * Its involvement (9411)
       */
      involvement3?: string;
      /**
       * Its action (9417)
       */
      action3?: string;
      /**
       * Procedure (9353)
       */
      procedure3?: string;
      /**
       * Government agency (9415)
       */
      agency4?: string;
      /**
       * Its involvement (9411)
       */
      involvement4?: string;
      /**
       * Its action (9417)
       */
      action4?: string;
      /**
       * Procedure (9353)
       */
      procedure4?: string;
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
       * Documents
       *
       * @minItems 1
       * @maxItems 99
       *
       * Items: A document
       */
      documents?: {
        /**
         * Kind of document (1001)
         */
        kind?: string;
        /**
         * Name
         */
        name?: string;
        /**
         * Number
         */
        number?: string;
        /**
         * Status
         */
        status?: string;
        /**
         * Source
         */
        source?: string;
        /**
         * Times
         *
         * @minItems 1
         * @maxItems 99
         */
        times?: Moment[];
        /**
         * Places
         *
         * @minItems 1
         * @maxItems 99
         */
        locations?: OtherLocation[];
      }[];
    }[];
  }[];
  /**
   * Quantities
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: A quantity
   */
  quantities?: {
    /**
     * What is counted (6063)
     */
    kind?: string;
    /**
     * How many
     */
    value?: string;
    /**
     * Unit
     */
    unit?: string;
  }[];
  /**
   * Organisations
   *
   * @minItems 1
   * @maxItems 999
   */
  parties?: PartyWithContacts[];
  /**
   * References
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
