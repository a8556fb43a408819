/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * What inspection and quarantine answers to an application: its state, what was found, release or refusal, treatment and conditions.
 */
export interface InspectionResult {
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
     * When the message was made
     */
    sentAt?: string;
    /**
     * Sender
     */
    sender?: string;
    /**
     * Recipient
     */
    recipient?: string;
    /**
     * Category: 11 push, 21 pull
     */
    category?: string;
    /**
     * Version of the message
     */
    version?: string;
    /**
     * Organisation code of the enterprise
     */
    organisationCode?: string;
    /**
     * Signature digest
     */
    signature?: string;
  };
  /**
   * Number of the answer
   */
  reference?: string;
  /**
   * Number of the application that it answers
   */
  applicationNumber?: string;
  /**
   * Number that the enterprise gave the application
   */
  enterpriseReference?: string;
  /**
   * import or export; any other code is kept as received
   */
  direction?: string;
  /**
   * Stage: accepted, returned, inspect, charged, decided; any other code is kept as received
   */
  stage?: string;
  /**
   * released, not-qualified, conditional, returned or pending; any other code is kept as received
   */
  result?: string;
  /**
   * Result in words
   */
  resultText?: string;
  /**
   * When it was answered
   */
  reportedAt?: string;
  /**
   * When it was decided
   */
  decidedAt?: string;
  office?: Place;
  /**
   * Inspector
   */
  inspector?: string;
  /**
   * Inspection
   */
  inspection?: {
    /**
     * How it was inspected: on-site, laboratory, documents; any other code is kept as received
     */
    method?: string;
    /**
     * Where it was inspected
     */
    place?: string;
    /**
     * When inspection began
     */
    startedAt?: string;
    /**
     * When inspection ended
     */
    endedAt?: string;
    /**
     * On what basis
     */
    basis?: string;
    /**
     * Number of the laboratory report
     */
    laboratoryNumber?: string;
  };
  /**
   * Release
   */
  release?: {
    /**
     * Number of the clearance slip
     */
    number?: string;
    /**
     * When it was released
     */
    releasedAt?: string;
    customsOffice?: Place;
    /**
     * Until when it is valid
     */
    validUntil?: string;
  };
  /**
   * Conditions of release
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Conditions of release
   */
  conditions?: string[];
  /**
   * Treatments
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Treatments
   */
  treatments?: {
    /**
     * Kind of treatment: fumigation, disinfection, return, destruction; any other code is kept as received
     */
    kind?: string;
    /**
     * Who treats
     */
    organisation?: string;
    /**
     * When the treatment began
     */
    startedAt?: string;
    /**
     * When the treatment ended
     */
    endedAt?: string;
    /**
     * Agent and dose
     */
    agent?: string;
    /**
     * Treatment in words
     */
    text?: string;
  }[];
  /**
   * Why it was not qualified or was returned
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Why it was not qualified or was returned
   */
  reasons?: {
    /**
     * Code of the reason
     */
    code?: string;
    /**
     * Reason in words
     */
    text?: string;
    /**
     * Number of the item, where it is about one
     */
    itemSequence?: string;
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
     * Number of the item
     */
    sequence?: string;
    /**
     * Commodity code
     */
    hsCode?: string;
    /**
     * Name of the goods
     */
    name?: string;
    /**
     * released, not-qualified, conditional; any other code is kept as received
     */
    result?: string;
    quantity?: Measure;
    inspected?: Measure;
    unqualified?: Measure;
    /**
     * What was found
     */
    text?: string;
  }[];
  /**
   * Containers
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Containers
   */
  containers?: {
    /**
     * Container number
     */
    number?: string;
    /**
     * Result for the container
     */
    result?: string;
    /**
     * Seal put on
     */
    sealNumber?: string;
    /**
     * What was found
     */
    text?: string;
  }[];
  /**
   * Bill of lading
   */
  billNumber?: string;
  /**
   * Numbers of the certificates that go with it
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Numbers of the certificates that go with it
   */
  certificateNumbers?: string[];
  /**
   * Fee
   */
  fee?: {
    /**
     * Amount to pay
     */
    amount?: string;
    /**
     * Currency
     */
    currency?: string;
    /**
     * Number of the fee notice
     */
    noticeNumber?: string;
  };
  /**
   * What the enterprise has to do next
   */
  nextStep?: string;
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
