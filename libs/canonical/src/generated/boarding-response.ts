/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * What border inspection answers to a list of passengers or crew: whether each person may travel.
 */
export interface BoardingResponse {
  /**
   * Reference of the transaction that is answered
   */
  transactionReference?: string;
  message?: EdiMessage;
  /**
   * Journey that it is about
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
   * References, with times and places that belong to them
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: EdiReference[];
  /**
   * Parties
   *
   * @minItems 1
   * @maxItems 9999
   */
  parties?: EdiParty[];
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
   * What was decided about each person
   *
   * @minItems 1
   * @maxItems 9999
   */
  persons?: {
    /**
     * Section of the message: 1 head, 2 detail, 3 summary
     */
    section?: string;
    /**
     * Item that it is about
     */
    item?: string;
    /**
     * Sub-item
     */
    subItem?: string;
    /**
     * Segment that it is about
     */
    segment?: string;
    /**
     * Position of the segment
     */
    segmentPosition?: string;
    /**
     * Element that it is about
     */
    element?: string;
    /**
     * Reference of the booking (PNR)
     */
    bookingReference?: string;
    /**
     * Reference that the carrier gave the person in its list
     */
    uniqueReference?: string;
    /**
     * Other references
     *
     * @minItems 1
     * @maxItems 9999
     */
    otherReferences?: NumberedReference[];
    /**
     * Decision about the person: code of the authority
     */
    decision?: string;
    /**
     * Code list
     */
    decisionCodeList?: string;
    /**
     * Agency of the code list
     */
    decisionAgency?: string;
    /**
     * Second code
     */
    secondDecision?: string;
    /**
     * Code list
     */
    secondDecisionCodeList?: string;
    /**
     * Agency of the code list
     */
    secondDecisionAgency?: string;
    /**
     * Instruction to the carrier, such as OK TO BOARD
     */
    instruction?: string;
    /**
     * Instruction, continued
     */
    instruction2?: string;
    /**
     * Remarks
     *
     * @minItems 1
     * @maxItems 9999
     */
    remarks?: Remark[];
  }[];
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
 * A reference with what is told of it
 */
export interface EdiReference {
  /**
   * Kind
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
   * Revision
   */
  revision?: string;
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
   * Measurements
   *
   * @minItems 1
   * @maxItems 9999
   */
  measurements?: Measurement[];
  /**
   * Equipment
   *
   * @minItems 1
   * @maxItems 9999
   */
  equipment?: EdiEquipment[];
  /**
   * Amounts
   *
   * @minItems 1
   * @maxItems 9999
   */
  amounts?: EdiExchangedAmount[];
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
 * An amount of money with rates of exchange
 */
export interface EdiExchangedAmount {
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
  /**
   * Rates of exchange
   *
   * @minItems 1
   * @maxItems 9999
   */
  exchange?: EdiCurrency[];
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
}
/**
 * Currencies and rate
 */
export interface EdiCurrency {
  /**
   * What the currency is used for
   */
  use?: string;
  /**
   * Currency
   */
  currency?: string;
  /**
   * Qualifier
   */
  qualifier?: string;
  /**
   * Rate base
   */
  base?: string;
  /**
   * What the target currency is used for
   */
  targetUse?: string;
  /**
   * Target currency
   */
  target?: string;
  /**
   * Qualifier of the target currency
   */
  targetQualifier?: string;
  /**
   * Rate base of the target currency
   */
  targetBase?: string;
  /**
   * Rate of exchange
   */
  rate?: string;
  /**
   * Market
   */
  market?: string;
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
