/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * What the maritime authority decides about the application of a ship to enter or leave: permission, refusal or conditions, and port clearance.
 */
export interface VesselPermit {
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
     * Function of the message, as received
     */
    function?: string;
    /**
     * Sender
     */
    sender?: string;
    /**
     * Recipient
     */
    recipient?: string;
    /**
     * When the message was sent
     */
    sentAt?: string;
    /**
     * Version of the message
     */
    version?: string;
  };
  /**
   * Number of the application that it answers
   */
  applicationNumber?: string;
  /**
   * Reference that the port gives the stay of the ship
   */
  stayReference?: string;
  /**
   * Number of the permit
   */
  permitNumber?: string;
  /**
   * Number of the port clearance
   */
  clearanceNumber?: string;
  /**
   * entry, exit, shift, pilotage or clearance; any other code is kept as received
   */
  kind?: string;
  /**
   * arrival or departure; any other code is kept as received
   */
  direction?: string;
  /**
   * approved, refused, conditional, returned or pending; any other code is kept as received
   */
  decision?: string;
  /**
   * When it was decided
   */
  decidedAt?: string;
  authority?: Place;
  /**
   * Officer who decides
   */
  officer?: string;
  /**
   * From when it is valid
   */
  validFrom?: string;
  /**
   * Until when it is valid
   */
  validUntil?: string;
  /**
   * The ship
   */
  vessel?: {
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
     * Name of the ship
     */
    name?: string;
    /**
     * Name of the ship in Chinese
     */
    nameZh?: string;
    /**
     * Flag State
     */
    nationality?: string;
    /**
     * Voyage number
     */
    voyage?: string;
  };
  port?: Place;
  previousPort?: Place;
  nextPort?: Place;
  anchorage?: Place;
  berth?: Place;
  /**
   * When it may arrive
   */
  arrivalAt?: string;
  /**
   * When it may leave
   */
  departureAt?: string;
  /**
   * Whether a pilot is compulsory
   */
  pilotage?: string;
  /**
   * Number of tugs that are required
   */
  tugs?: string;
  /**
   * Conditions
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Conditions
   */
  conditions?: string[];
  /**
   * Why it was refused or returned
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Why it was refused or returned
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
  }[];
  /**
   * Opinions of other authorities
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Opinions of other authorities
   */
  requirements?: {
    /**
     * Authority: customs, border, inspection; any other code is kept as received
     */
    authority?: string;
    /**
     * Decision of the authority
     */
    decision?: string;
    /**
     * When the authority decided
     */
    decidedAt?: string;
    /**
     * Opinion in words
     */
    text?: string;
  }[];
  /**
   * Remarks
   */
  remarks?: string;
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
