/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * The state of a goods declaration: what the electronic port or customs answered.
 */
export interface DeclarationStatus {
  /**
   * Message that it came in
   */
  message?: {
    /**
     * Type of the message
     */
    type?: string;
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
  };
  /**
   * Response code of the electronic port: 0 taken, else not
   */
  responseCode?: string;
  /**
   * What the electronic port says
   */
  errorMessage?: string;
  /**
   * Reference that the sender gave the declaration
   */
  clientReference?: string;
  /**
   * Unified number that the data centre gives a declaration
   */
  unifiedNumber?: string;
  /**
   * Unified number of the transfer declaration
   */
  transferPreEntryNumber?: string;
  /**
   * Number that joins the customs and inspection parts; the unified number since 2018
   */
  customsInspectionNumber?: string;
  /**
   * Customs number of the declaration
   */
  entryNumber?: string;
  /**
   * When the state was told
   */
  notifiedAt?: string;
  /**
   * State of the declaration: code of the result
   */
  status?: string;
  /**
   * What the result says
   */
  remarks?: string;
  /**
   * Customs office where the declaration was lodged (4-digit customs code)
   */
  declarationOffice?: string;
  /**
   * Customs office in charge (4-digit customs code)
   */
  customsOffice?: string;
  agent?: CustomsParty;
  /**
   * Number of the declarant
   */
  declarantNumber?: string;
  trader?: CustomsParty;
  /**
   * Supervised site
   */
  supervisedSite?: string;
  /**
   * Number of the bonded warehouse
   */
  bondedNumber?: string;
  /**
   * Date of entry or exit
   */
  entryExitDate?: string;
  /**
   * Number of packages
   */
  totalPackages?: string;
  /**
   * Number of the transport document
   */
  billNumber?: string;
  /**
   * Transport
   */
  transport?: {
    /**
     * Mode of transport (customs code)
     */
    mode?: string;
    /**
     * Name of the means of transport
     */
    meansName?: string;
    /**
     * Voyage number
     */
    voyage?: string;
  };
  /**
   * Net mass in kilograms
   */
  totalNetMass?: string;
  /**
   * Gross mass in kilograms
   */
  totalGrossMass?: string;
  /**
   * When it was declared
   */
  declaredAt?: string;
  /**
   * Further information
   */
  information?: string;
  /**
   * Version of what the sender referred to
   */
  clientReferenceVersion?: string;
  /**
   * Master bill of lading numbers
   *
   * @minItems 1
   * @maxItems 9999
   *
   * Items: Master bill of lading numbers
   */
  masterBillNumbers?: string[];
  /**
   * House bill of lading numbers
   *
   * @minItems 1
   * @maxItems 9999
   *
   * Items: House bill of lading numbers
   */
  houseBillNumbers?: string[];
  /**
   * Container numbers
   *
   * @minItems 1
   * @maxItems 9999
   *
   * Items: Container numbers
   */
  containerNumbers?: string[];
  /**
   * References, with what is told of them
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: EdiReference[];
  /**
   * Errors and results
   *
   * @minItems 1
   * @maxItems 9999
   */
  findings?: EdiFinding[];
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  locations?: OtherLocation[];
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
   * Packaging
   *
   * @minItems 1
   * @maxItems 9999
   */
  packaging?: EdiPackage[];
  /**
   * Duties, taxes and fees
   *
   * @minItems 1
   * @maxItems 9999
   */
  taxes?: EdiTax[];
  /**
   * Documents and consignments that it is about
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
     * Packaging
     *
     * @minItems 1
     * @maxItems 9999
     */
    packaging?: EdiPackage[];
    /**
     * Bill of lading numbers
     *
     * @minItems 1
     * @maxItems 9999
     *
     * Items: Bill of lading numbers
     */
    billNumbers?: string[];
    /**
     * Master bill of lading numbers
     *
     * @minItems 1
     * @maxItems 9999
     *
     * Items: Master bill of lading numbers
     */
    masterBillNumbers?: string[];
    /**
     * House bill of lading numbers
     *
     * @minItems 1
     * @maxItems 9999
     *
     * Items: House bill of lading numbers
     */
    houseBillNumbers?: string[];
    /**
     * Container numbers
     *
     * @minItems 1
     * @maxItems 9999
     *
     * Items: Container numbers
     */
    containerNumbers?: string[];
    /**
     * Other references
     *
     * @minItems 1
     * @maxItems 9999
     */
    references?: NumberedReference[];
    /**
     * Marks and labels
     *
     * @minItems 1
     * @maxItems 9999
     */
    marks?: EdiMarks[];
    /**
     * Remarks
     *
     * @minItems 1
     * @maxItems 9999
     */
    remarks?: Remark[];
    /**
     * Means of transport and their journeys
     *
     * @minItems 1
     * @maxItems 9999
     */
    journeys?: EdiJourney[];
    /**
     * Places
     *
     * @minItems 1
     * @maxItems 9999
     */
    locations?: OtherLocation[];
    /**
     * Times
     *
     * @minItems 1
     * @maxItems 9999
     */
    times?: Moment[];
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
     * Parties
     *
     * @minItems 1
     * @maxItems 9999
     */
    parties?: EdiParty[];
    /**
     * Amounts
     *
     * @minItems 1
     * @maxItems 9999
     */
    amounts?: EdiExchangedAmount[];
    /**
     * Duties, taxes and fees
     *
     * @minItems 1
     * @maxItems 9999
     */
    taxes?: EdiTax[];
    /**
     * Goods items
     *
     * @minItems 1
     * @maxItems 9999
     */
    items?: {
      /**
       * Number of the goods item
       */
      number?: string;
      /**
       * Customs code
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
       * Customs code 2
       */
      code2?: string;
      /**
       * Code list
       */
      codeList2?: string;
      /**
       * Agency of the code list
       */
      agency2?: string;
      /**
       * Customs code 3
       */
      code3?: string;
      /**
       * Code list
       */
      codeList3?: string;
      /**
       * Agency of the code list
       */
      agency3?: string;
      /**
       * Customs code 4
       */
      code4?: string;
      /**
       * Code list
       */
      codeList4?: string;
      /**
       * Agency of the code list
       */
      agency4?: string;
      /**
       * Customs code 5
       */
      code5?: string;
      /**
       * Code list
       */
      codeList5?: string;
      /**
       * Agency of the code list
       */
      agency5?: string;
      /**
       * Remarks
       *
       * @minItems 1
       * @maxItems 9999
       */
      remarks?: Remark[];
      /**
       * Duties, taxes and fees
       *
       * @minItems 1
       * @maxItems 9999
       */
      taxes?: EdiTax[];
    }[];
    /**
     * Errors and results
     *
     * @minItems 1
     * @maxItems 9999
     */
    findings?: EdiFinding[];
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
 * An organisation known to customs
 */
export interface CustomsParty {
  /**
   * Customs code or unified social credit code
   */
  code?: string;
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
 * What was found at a place of a message
 */
export interface EdiFinding {
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
   * What was found
   *
   * @minItems 1
   * @maxItems 9999
   */
  codes?: EdiFindingCode[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
}
/**
 * Code of a finding
 */
export interface EdiFindingCode {
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
 * Packages
 */
export interface EdiPackage {
  /**
   * Number of packages
   */
  packages?: string;
  /**
   * Level of packaging
   */
  level?: string;
  /**
   * Related information
   */
  related?: string;
  /**
   * Terms and conditions
   */
  terms?: string;
  /**
   * Type of packages
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
   * Type in words
   */
  typeName?: string;
  /**
   * Format of the description
   */
  descriptionFormat?: string;
  /**
   * Description
   */
  description?: string;
  /**
   * Kind of number
   */
  descriptionCode?: string;
  /**
   * Description, continued
   */
  description2?: string;
  /**
   * Who pays the freight back
   */
  returnFreight?: string;
  /**
   * Load on return
   */
  returnLoad?: string;
  /**
   * Marks and labels
   *
   * @minItems 1
   * @maxItems 9999
   */
  marks?: EdiMarks[];
}
/**
 * Marks and labels
 */
export interface EdiMarks {
  /**
   * Instruction on marking
   */
  instruction?: string;
  /**
   * Marks
   */
  text?: string;
  /**
   * Marks, line 2
   */
  text2?: string;
  /**
   * Marks, line 3
   */
  text3?: string;
  /**
   * Marks, line 4
   */
  text4?: string;
  /**
   * Marks, line 5
   */
  text5?: string;
  /**
   * Marks, line 6
   */
  text6?: string;
  /**
   * Marks, line 7
   */
  text7?: string;
  /**
   * Marks, line 8
   */
  text8?: string;
  /**
   * Marks, line 9
   */
  text9?: string;
  /**
   * Marks, line 10
   */
  text10?: string;
  /**
   * Container full or empty
   */
  fullness?: string;
  /**
   * Type of marking
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
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
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
