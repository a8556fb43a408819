/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * Something that happened, or is to happen, to a shipment, its papers, its container or the transport that carries it, as a carrier tells it to those who track it.
 */
export interface ShipmentEvent {
  /**
   * What the event is about, as received
   */
  eventType?: string;
  /**
   * What happened or is to happen, as received
   */
  eventKind?: string;
  /**
   * Whether the time is planned, estimated, requested or actual; other words are kept as received
   */
  classifier?: string;
  /**
   * When it happened or is to happen
   */
  eventAt?: string;
  /**
   * Number of the event given by its sender
   */
  eventId?: string;
  /**
   * When it was reported
   */
  reportedAt?: string;
  /**
   * The paper that the event is about
   */
  document?: {
    /**
     * Kind of paper
     */
    kind?: string;
    /**
     * Its number
     */
    number?: string;
  };
  /**
   * Reason in words
   */
  reason?: string;
  /**
   * The container, or what is known of it before one is chosen
   */
  container?: {
    /**
     * Container number (ISO 6346)
     */
    number?: string;
    /**
     * Size and type (ISO 6346)
     */
    sizeType?: string;
    /**
     * full or empty
     */
    fullness?: string;
  };
  /**
   * Kind of movement: import, export, transhipment
   */
  movementType?: string;
  location?: Location;
  /**
   * Where it took place
   */
  position?: {
    /**
     * Degrees north; south is negative
     */
    latitude?: string;
    /**
     * Degrees east; west is negative
     */
    longitude?: string;
  };
  /**
   * Mode of transport, as received
   */
  mode?: string;
  vessel?: Vessel;
  /**
   * Number of the call given by the port or its authority
   */
  callReference?: string;
  /**
   * Voyage number inbound, where it differs
   */
  importVoyage?: string;
  /**
   * Voyage number outbound, where it differs
   */
  exportVoyage?: string;
  service?: Place;
  call?: VesselCall;
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
   * Seals
   *
   * @minItems 1
   * @maxItems 99
   */
  seals?: Seal[];
  /**
   * Reasons of a delay, by the sender's codes
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Reason
   */
  delayReasons?: string[];
  /**
   * Free texts
   *
   * @minItems 1
   * @maxItems 99
   */
  remarks?: Remark[];
  carrier?: Party;
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
 * A seal
 */
export interface Seal {
  /**
   * Seal number
   */
  number?: string;
  /**
   * Who sealed (9303)
   */
  issuer?: string;
  /**
   * Code list that the code is from (1131)
   */
  issuerCodeList?: string;
  /**
   * Agency of the code list (3055)
   */
  issuerAgency?: string;
  /**
   * Who sealed, in words
   */
  issuerName?: string;
  /**
   * Condition (4517)
   */
  condition?: string;
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
