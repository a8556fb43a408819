/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * Something that happened, or is to happen, in the call of a vessel at a port: arrival, departure, berthing, pilot on board …
 */
export interface VesselCallEvent {
  /**
   * What happened or is to happen; other words are kept as received
   */
  eventKind?: string;
  /**
   * Whether the time is planned, estimated, requested or actual; other words are kept as received
   */
  classifier?: string;
  /**
   * The port service that the event belongs to, in the words of its sender
   */
  activity?: {
    /**
     * Number of the service
     */
    id?: string;
    /**
     * Service
     */
    service?: string;
    /**
     * What happens of it
     */
    event?: string;
    /**
     * Phase of the call
     */
    phase?: string;
    /**
     * Kind of place
     */
    facility?: string;
    /**
     * It has been cancelled
     */
    cancelled?: boolean;
    /**
     * It has been declined
     */
    declined?: boolean;
  };
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
   * Purpose of the call
   */
  purpose?: string;
  /**
   * Number of the call given by the port or its authority
   */
  callReference?: string;
  /**
   * Number of the call given by the system of the sender
   */
  portCallId?: string;
  /**
   * Number of the call at the terminal given by the system of the sender
   */
  terminalCallId?: string;
  /**
   * Number of the call at the terminal given by the terminal
   */
  terminalCallReference?: string;
  port?: Place;
  terminal?: Place;
  berth?: Place;
  place?: Place;
  vessel?: Vessel;
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
   * Places of the call with their times
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: A place of the call
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
     * Times at the place
     *
     * @minItems 1
     * @maxItems 99
     */
    times?: Moment[];
  }[];
  /**
   * Where the vessel is
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
    /**
     * Course over ground in degrees
     */
    course?: string;
    /**
     * True heading in degrees
     */
    heading?: string;
    speed?: Measure;
    /**
     * Navigational status as AIS says it
     */
    status?: string;
    /**
     * Accuracy of the position
     */
    accuracy?: string;
  };
  /**
   * Destination as the vessel says it
   */
  destination?: string;
  /**
   * Draughts
   */
  draughts?: {
    forward?: Measure;
    aft?: Measure;
    midships?: Measure;
    maximum?: Measure;
    arrival?: Measure;
    departure?: Measure;
  };
  /**
   * Particulars of the vessel
   */
  particulars?: {
    grossTonnage?: Measure;
    netTonnage?: Measure;
    deadweight?: Measure;
    lengthOverall?: Measure;
    beam?: Measure;
    /**
     * Type of vessel
     */
    vesselType?: string;
    registryPort?: Place;
  };
  /**
   * Measurements of the vessel
   *
   * @minItems 1
   * @maxItems 99
   */
  measurements?: Measurement[];
  /**
   * Dimensions of the vessel
   *
   * @minItems 1
   * @maxItems 99
   */
  dimensions?: Dimension[];
  /**
   * Quantities of the call
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: How many of something: containers to discharge or load, crew, passengers
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
    /**
     * Texts on it
     *
     * @minItems 1
     * @maxItems 99
     */
    remarks?: Remark[];
  }[];
  /**
   * Cargo to be discharged, loaded or carried on
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Cargo of the call
   */
  cargo?: {
    remark?: Remark;
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
  }[];
  agent?: PartyWithContacts;
  /**
   * Master of the vessel
   */
  master?: string;
  /**
   * Pilot
   */
  pilot?: string;
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
   * Other times
   *
   * @minItems 1
   * @maxItems 99
   */
  otherTimes?: Moment[];
  /**
   * Free texts
   *
   * @minItems 1
   * @maxItems 99
   */
  remarks?: Remark[];
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
   * Other transport that the message tells of
   *
   * @minItems 1
   * @maxItems 99
   */
  otherTransport?: Connection[];
  message?: EdiMessage;
  /**
   * What the report says in full
   */
  report?: {
    /**
     * Quantities
     *
     * @minItems 1
     * @maxItems 9999
     */
    quantities?: EdiQuantity[];
    /**
     * Purposes of the call
     *
     * @minItems 1
     * @maxItems 9999
     */
    purposes?: EdiPurposeOfCall[];
    /**
     * Remarks
     *
     * @minItems 1
     * @maxItems 9999
     */
    remarks?: Remark[];
    /**
     * Measurements
     *
     * @minItems 1
     * @maxItems 9999
     */
    measurements?: Measurement[];
    /**
     * Indicators of processing (GEI)
     *
     * @minItems 1
     * @maxItems 9999
     */
    indicators?: EdiIndicator[];
    /**
     * General indicators (GIS)
     *
     * @minItems 1
     * @maxItems 9999
     */
    generalIndicators?: EdiIndicator[];
    /**
     * States
     *
     * @minItems 1
     * @maxItems 9999
     */
    statuses?: EdiStatus[];
    /**
     * References
     *
     * @minItems 1
     * @maxItems 9999
     */
    references?: NumberedReference[];
    /**
     * Places
     *
     * @minItems 1
     * @maxItems 9999
     */
    places?: EdiPlaceOfJourney[];
    /**
     * Documents
     *
     * @minItems 1
     * @maxItems 9999
     */
    documents?: EdiDocument[];
    /**
     * Duties, taxes and fees
     *
     * @minItems 1
     * @maxItems 9999
     */
    taxes?: EdiTax[];
    /**
     * Parties
     *
     * @minItems 1
     * @maxItems 9999
     */
    parties?: EdiParty[];
    /**
     * Means of transport and their journeys
     *
     * @minItems 1
     * @maxItems 9999
     */
    journeys?: EdiJourney[];
    /**
     * Equipment
     *
     * @minItems 1
     * @maxItems 9999
     */
    equipment?: EdiEquipment[];
    /**
     * Authentication
     *
     * @minItems 1
     * @maxItems 9999
     */
    authentications?: EdiAuthentication[];
  };
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
 * A connecting transport
 */
export interface Connection {
  /**
   * pre-carriage or on-carriage (8051)
   */
  stage?: string;
  /**
   * Voyage or trip
   */
  voyage?: string;
  /**
   * References
   *
   * @minItems 1
   * @maxItems 99
   */
  references?: NumberedReference[];
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
   * Whose means of transport (8281)
   */
  ownership?: string;
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
 * A quantity of some kind
 */
export interface EdiQuantity {
  /**
   * Kind of quantity
   */
  kind?: string;
  /**
   * Quantity
   */
  value?: string;
  /**
   * Unit
   */
  unit?: string;
}
/**
 * Purpose of a call
 */
export interface EdiPurposeOfCall {
  /**
   * Code
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * In words
   */
  name?: string;
}
/**
 * An indicator of processing
 */
export interface EdiIndicator {
  /**
   * What the indicator is about
   */
  qualifier?: string;
  /**
   * Code
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Description
   */
  description?: string;
  /**
   * Type of processing
   */
  type?: string;
}
/**
 * A state
 */
export interface EdiStatus {
  /**
   * Category
   */
  category?: string;
  /**
   * State
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * State in words
   */
  name?: string;
  /**
   * Reason
   */
  reason?: string;
  /**
   * Reason in words
   */
  reasonName?: string;
}
/**
 * A place of a journey
 */
export interface EdiPlaceOfJourney {
  /**
   * What happens there: 125 last departure, 87 first arrival, 92 on the way …
   */
  function?: string;
  /**
   * Code
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Name
   */
  name?: string;
  terminal?: Place;
  subPlace?: Place;
  /**
   * Relation
   */
  relation?: string;
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * Quantities
   *
   * @minItems 1
   * @maxItems 9999
   */
  quantities?: EdiQuantity[];
  /**
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
  /**
   * Measurements
   *
   * @minItems 1
   * @maxItems 9999
   */
  measurements?: Measurement[];
  /**
   * Purposes of the call
   *
   * @minItems 1
   * @maxItems 9999
   */
  purposes?: EdiPurposeOfCall[];
  /**
   * Parties
   *
   * @minItems 1
   * @maxItems 9999
   */
  parties?: EdiParty[];
  /**
   * States
   *
   * @minItems 1
   * @maxItems 9999
   */
  statuses?: EdiStatus[];
}
/**
 * A party with its address
 */
export interface EdiParty {
  /**
   * Role: code of the party
   */
  role?: string;
  /**
   * Code or number
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Line 1 of name and address
   */
  line1?: string;
  /**
   * Line 2 of name and address
   */
  line2?: string;
  /**
   * Line 3 of name and address
   */
  line3?: string;
  /**
   * Line 4 of name and address
   */
  line4?: string;
  /**
   * Line 5 of name and address
   */
  line5?: string;
  /**
   * Name
   */
  name?: string;
  /**
   * Name, part 2
   */
  name2?: string;
  /**
   * Name, part 3
   */
  name3?: string;
  /**
   * Name, part 4
   */
  name4?: string;
  /**
   * Name, part 5
   */
  name5?: string;
  /**
   * Order of the parts of the name
   */
  nameFormat?: string;
  /**
   * Street
   */
  street?: string;
  /**
   * Street, line 2
   */
  street2?: string;
  /**
   * Street, line 3
   */
  street3?: string;
  /**
   * Street, line 4
   */
  street4?: string;
  /**
   * City
   */
  city?: string;
  /**
   * Region
   */
  region?: string;
  /**
   * Code list of the region
   */
  regionCodeList?: string;
  /**
   * Agency of the region code
   */
  regionAgency?: string;
  /**
   * Name of the region
   */
  regionName?: string;
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
   * @maxItems 9999
   */
  contacts?: Contact[];
  /**
   * Communication
   *
   * @minItems 1
   * @maxItems 9999
   */
  communications?: EdiCommunication[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
}
/**
 * Numbers under which somebody can be reached
 */
export interface EdiCommunication {
  /**
   * Number or address
   */
  number?: string;
  /**
   * Channel: TE telephone, FX fax, EM mail …
   */
  channel?: string;
  /**
   * Second number
   */
  number2?: string;
  /**
   * Channel of the second
   */
  channel2?: string;
  /**
   * Third number
   */
  number3?: string;
  /**
   * Channel of the third
   */
  channel3?: string;
}
/**
 * A document that is referred to
 */
export interface EdiDocument {
  /**
   * Kind of document
   */
  kind?: string;
  /**
   * Code list
   */
  kindCodeList?: string;
  /**
   * Agency of the code list
   */
  kindAgency?: string;
  /**
   * Name
   */
  kindName?: string;
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
   * Language
   */
  language?: string;
  /**
   * Version
   */
  version?: string;
  /**
   * Revision
   */
  revision?: string;
  /**
   * Channel of communication
   */
  channel?: string;
  /**
   * Copies
   */
  copies?: string;
  /**
   * Originals
   */
  originals?: string;
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  locations?: OtherLocation[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Parties
   *
   * @minItems 1
   * @maxItems 9999
   */
  parties?: EdiParty[];
}
/**
 * A duty, tax or fee
 */
export interface EdiTax {
  /**
   * Duty, tax or fee: what is told of it
   */
  function?: string;
  /**
   * Type of duty, tax or fee
   */
  type?: string;
  /**
   * Code list
   */
  typeCodeList?: string;
  /**
   * Agency of the code list
   */
  typeAgency?: string;
  /**
   * Name
   */
  typeName?: string;
  /**
   * Account
   */
  account?: string;
  /**
   * Code list
   */
  accountCodeList?: string;
  /**
   * Agency of the code list
   */
  accountAgency?: string;
  /**
   * Basis of assessment
   */
  basis?: string;
  /**
   * Rate identification
   */
  rateId?: string;
  /**
   * Code list
   */
  rateIdCodeList?: string;
  /**
   * Agency of the code list
   */
  rateIdAgency?: string;
  /**
   * Rate
   */
  rate?: string;
  /**
   * Basis of the rate
   */
  rateBasis?: string;
  /**
   * Code list
   */
  rateBasisCodeList?: string;
  /**
   * Agency of the code list
   */
  rateBasisAgency?: string;
  /**
   * Category
   */
  category?: string;
  /**
   * Tax number of the party
   */
  taxNumber?: string;
  /**
   * Order of calculation
   */
  sequence?: string;
  /**
   * Basis of the date
   */
  basisDate?: string;
  /**
   * Amounts
   *
   * @minItems 1
   * @maxItems 9999
   */
  amounts?: EdiAmount[];
  /**
   * Indicators
   *
   * @minItems 1
   * @maxItems 9999
   */
  indicators?: EdiIndicator[];
  /**
   * General indicators
   *
   * @minItems 1
   * @maxItems 9999
   */
  generalIndicators?: EdiIndicator[];
  /**
   * Measurements
   *
   * @minItems 1
   * @maxItems 9999
   */
  measurements?: Measurement[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  locations?: OtherLocation[];
}
/**
 * An amount of money
 */
export interface EdiAmount {
  /**
   * Kind of amount
   */
  kind?: string;
  /**
   * Amount
   */
  value?: string;
  /**
   * Currency
   */
  currency?: string;
  /**
   * What the currency is used for
   */
  currencyUse?: string;
  /**
   * Status
   */
  status?: string;
}
/**
 * A means of transport on a journey
 */
export interface EdiJourney {
  /**
   * Stage: 20 main carriage, 10 before it, 30 after it …
   */
  stage?: string;
  /**
   * Voyage, flight or trip number
   */
  voyage?: string;
  /**
   * Mode of transport (1 sea, 2 rail, 3 road, 4 air …)
   */
  mode?: string;
  /**
   * Mode of transport in words
   */
  modeName?: string;
  /**
   * Type of the means of transport
   */
  meansType?: string;
  /**
   * Code list, or description in old releases
   */
  meansTypeCodeList?: string;
  /**
   * Agency of the code list
   */
  meansTypeAgency?: string;
  /**
   * Type of the means in words
   */
  meansTypeDescription?: string;
  /**
   * Carrier
   */
  carrier?: string;
  /**
   * Code list of the carrier
   */
  carrierCodeList?: string;
  /**
   * Agency of the carrier code
   */
  carrierAgency?: string;
  /**
   * Name of the carrier
   */
  carrierName?: string;
  /**
   * Direction
   */
  direction?: string;
  /**
   * Reason of excess transport
   */
  excessReason?: string;
  /**
   * Responsibility for excess transport
   */
  excessResponsibility?: string;
  /**
   * Authorisation of excess transport
   */
  excessAuthorisation?: string;
  /**
   * Identification of the means: IMO number, call sign, registration
   */
  id?: string;
  /**
   * Code list of the identification
   */
  idCodeList?: string;
  /**
   * Agency of the identification
   */
  idAgency?: string;
  /**
   * Name of the means
   */
  name?: string;
  /**
   * Nationality of the means
   */
  nationality?: string;
  /**
   * Ownership
   */
  ownership?: string;
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  places?: EdiPlaceOfJourney[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Measurements
   *
   * @minItems 1
   * @maxItems 9999
   */
  measurements?: Measurement[];
  /**
   * Places of transport
   *
   * @minItems 1
   * @maxItems 9999
   */
  transportPlaces?: EdiParty[];
  /**
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
  /**
   * Places on other means
   *
   * @minItems 1
   * @maxItems 9999
   */
  transfers?: EdiPlaceOfTransport[];
}
/**
 * A place on a means of transport
 */
export interface EdiPlaceOfTransport {
  /**
   * Identification of the means
   */
  id?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Name of the means
   */
  name?: string;
  /**
   * Nationality
   */
  nationality?: string;
}
/**
 * Transport equipment
 */
export interface EdiEquipment {
  /**
   * Type of equipment
   */
  equipmentType?: string;
  /**
   * Number
   */
  number?: string;
  /**
   * Code list
   */
  numberCodeList?: string;
  /**
   * Agency of the code list
   */
  numberAgency?: string;
  /**
   * Country
   */
  country?: string;
  /**
   * Size and type
   */
  sizeType?: string;
  /**
   * Code list
   */
  sizeTypeCodeList?: string;
  /**
   * Agency of the code list
   */
  sizeTypeAgency?: string;
  /**
   * Size and type in words
   */
  sizeTypeDescription?: string;
  /**
   * Supplier
   */
  supplier?: string;
  /**
   * Status: export, import, transhipment …
   */
  tradeStatus?: string;
  /**
   * Full or empty
   */
  fullness?: string;
  /**
   * Marking
   */
  marking?: string;
  /**
   * Number of units
   */
  quantity?: string;
  /**
   * Kind of quantity
   */
  quantityKind?: string;
  /**
   * Seals
   *
   * @minItems 1
   * @maxItems 9999
   */
  seals?: Seal[];
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
 * Authentication
 */
export interface EdiAuthentication {
  /**
   * Result of validation
   */
  result?: string;
  /**
   * Identification of the key
   */
  key?: string;
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
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
