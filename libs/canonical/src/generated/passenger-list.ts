/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * Passengers of a ship or an aircraft, as the carrier reports them before departure or arrival.
 */
export interface PassengerList {
  /**
   * Reference of the transaction; the answer repeats it
   */
  transactionReference?: string;
  message?: EdiMessage;
  /**
   * Kind of list: passengers, crew …; a code that is not known is kept as received
   */
  listKind?: string;
  /**
   * Who reports
   *
   * @minItems 1
   * @maxItems 9999
   */
  parties?: EdiParty[];
  /**
   * Means of transport and its journey, the main one
   */
  transport?: {
    /**
     * Flight number
     */
    flightNumber?: string;
    /**
     * Voyage number
     */
    voyage?: string;
    /**
     * Mode of transport (1 sea, 4 air …)
     */
    mode?: string;
    /**
     * IMO number of the ship
     */
    imoNumber?: string;
    /**
     * Call sign
     */
    callSign?: string;
    /**
     * Name of the ship
     */
    name?: string;
    /**
     * Flag
     */
    nationality?: string;
    /**
     * Carrier
     */
    carrier?: string;
    /**
     * Place of departure
     */
    departurePlace?: string;
    /**
     * Time of departure
     */
    departureAt?: string;
    /**
     * Place of arrival
     */
    arrivalPlace?: string;
    /**
     * Time of arrival
     */
    arrivalAt?: string;
  };
  /**
   * Means of transport and their journeys
   *
   * @minItems 1
   * @maxItems 9999
   */
  journeys?: EdiJourney[];
  /**
   * Persons on board
   *
   * @minItems 1
   * @maxItems 9999
   */
  persons?: PersonOnBoard[];
  /**
   * Authentication
   *
   * @minItems 1
   * @maxItems 9999
   */
  authentications?: EdiAuthentication[];
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
 * A person on board: passenger or member of the crew
 */
export interface PersonOnBoard {
  /**
   * Role: FL passenger, FM crew, DDU and DDT in transit …
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
   * Surname
   */
  surname?: string;
  /**
   * Given names
   */
  givenName?: string;
  /**
   * Other names
   */
  otherNames?: string;
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
   * Sex: M, F, U unknown, X
   */
  sex?: string;
  /**
   * Other attributes
   *
   * @minItems 1
   * @maxItems 9999
   */
  attributes?: Attribute[];
  /**
   * Date of birth
   */
  dateOfBirth?: string;
  /**
   * Other times
   *
   * @minItems 1
   * @maxItems 9999
   */
  otherTimes?: Moment[];
  clearance?: Location;
  embarkation?: Location;
  disembarkation?: Location;
  residence?: Location;
  placeOfBirth?: Location;
  /**
   * Other places
   *
   * @minItems 1
   * @maxItems 9999
   */
  otherLocations?: OtherLocation[];
  /**
   * Nationality
   */
  nationality?: string;
  /**
   * Code list of the nationality
   */
  nationalityCodeList?: string;
  /**
   * Agency of the nationality code
   */
  nationalityAgency?: string;
  /**
   * Nationality in words
   */
  nationalityName?: string;
  /**
   * Other nationalities
   *
   * @minItems 1
   * @maxItems 9999
   */
  otherNationalities?: EdiNationality[];
  /**
   * Reference of the booking (PNR)
   */
  bookingReference?: string;
  /**
   * Reference that the carrier gives the person in this list; the answer repeats it
   */
  uniqueReference?: string;
  /**
   * Seat
   */
  seat?: string;
  /**
   * Other references
   *
   * @minItems 1
   * @maxItems 9999
   */
  otherReferences?: NumberedReference[];
  /**
   * Measurements, such as baggage
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
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
  /**
   * Communication
   *
   * @minItems 1
   * @maxItems 9999
   */
  communications?: EdiCommunication[];
  /**
   * Employment
   *
   * @minItems 1
   * @maxItems 9999
   */
  employments?: EdiEmployment[];
  /**
   * Documents carried
   *
   * @minItems 1
   * @maxItems 9999
   */
  documents?: {
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
     * Date of issue
     */
    issuedAt?: string;
    /**
     * Date of expiry
     */
    expiresAt?: string;
    /**
     * Other times
     *
     * @minItems 1
     * @maxItems 9999
     */
    otherTimes?: Moment[];
    issuedIn?: Location;
    /**
     * Other places
     *
     * @minItems 1
     * @maxItems 9999
     */
    otherLocations?: OtherLocation[];
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
     * References
     *
     * @minItems 1
     * @maxItems 9999
     */
    references?: NumberedReference[];
    /**
     * Charges
     *
     * @minItems 1
     * @maxItems 9999
     */
    charges?: EdiCharge[];
    /**
     * Quantities
     *
     * @minItems 1
     * @maxItems 9999
     */
    quantities?: EdiQuantity[];
  }[];
  /**
   * Goods carried by the person
   *
   * @minItems 1
   * @maxItems 9999
   */
  goods?: {
    /**
     * Number of the item
     */
    number?: string;
    /**
     * Number of packages
     */
    packages?: string;
    /**
     * Type of packages
     */
    packageType?: string;
    /**
     * Code list
     */
    packageTypeCodeList?: string;
    /**
     * Agency of the code list
     */
    packageTypeAgency?: string;
    /**
     * Type in words
     */
    packageTypeName?: string;
    /**
     * Related information
     */
    packaging?: string;
    /**
     * Number of packages 2
     */
    packages2?: string;
    /**
     * Type of packages 2
     */
    packageType2?: string;
    /**
     * Code list
     */
    packageTypeCodeList2?: string;
    /**
     * Agency of the code list
     */
    packageTypeAgency2?: string;
    /**
     * Type in words
     */
    packageTypeName2?: string;
    /**
     * Related information
     */
    packaging2?: string;
    /**
     * Remarks
     *
     * @minItems 1
     * @maxItems 9999
     */
    remarks?: Remark[];
    /**
     * Quantities
     *
     * @minItems 1
     * @maxItems 9999
     */
    quantities?: EdiQuantity[];
  }[];
  /**
   * Means of transport and their journeys
   *
   * @minItems 1
   * @maxItems 9999
   */
  onwardJourneys?: EdiJourney[];
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
 * A nationality
 */
export interface EdiNationality {
  /**
   * What is told: 2 current nationality
   */
  function?: string;
  /**
   * Country
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
   * Nationality in words
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
 * Employment of a person
 */
export interface EdiEmployment {
  /**
   * What is told
   */
  qualifier?: string;
  /**
   * Class of employment
   */
  class?: string;
  /**
   * Code list
   */
  classCodeList?: string;
  /**
   * Agency of the code list
   */
  classAgency?: string;
  /**
   * Class in words
   */
  className?: string;
  /**
   * Occupation or rank
   */
  occupation?: string;
  /**
   * Code list
   */
  occupationCodeList?: string;
  /**
   * Agency of the code list
   */
  occupationAgency?: string;
  /**
   * Occupation in words
   */
  occupationName?: string;
  /**
   * Occupation in words, continued
   */
  occupationName2?: string;
  /**
   * Qualification
   */
  qualification?: string;
  /**
   * Code list
   */
  qualificationCodeList?: string;
  /**
   * Agency of the code list
   */
  qualificationAgency?: string;
  /**
   * Qualification in words
   */
  qualificationName?: string;
  /**
   * Qualification in words, continued
   */
  qualificationName2?: string;
  /**
   * Position held
   */
  position?: string;
  /**
   * Kind of qualification
   */
  qualificationKind?: string;
}
/**
 * Payment of a charge
 */
export interface EdiCharge {
  /**
   * Category of charge
   */
  category?: string;
  /**
   * Code list
   */
  categoryCodeList?: string;
  /**
   * Agency of the code list
   */
  categoryAgency?: string;
  /**
   * Way of payment
   */
  method?: string;
  /**
   * Code list
   */
  methodCodeList?: string;
  /**
   * Agency of the code list
   */
  methodAgency?: string;
  /**
   * Prepaid or collect
   */
  prepaid?: string;
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
