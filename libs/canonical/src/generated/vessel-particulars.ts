/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * The particulars of a ship as they are put on record with the authorities (船舶备案).
 */
export interface VesselParticulars {
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
   * Version of the data model, as received
   */
  modelVersion?: string;
  /**
   * Version of the declaration, as received
   */
  declarationVersion?: string;
  /**
   * Number of the record
   */
  recordNumber?: string;
  /**
   * Customs office of the record
   */
  customsOffice?: string;
  /**
   * Name of the ship
   */
  name?: string;
  /**
   * Name of the ship in Chinese
   */
  nameZh?: string;
  /**
   * Former name of the ship
   */
  formerName?: string;
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
   * Flag State
   */
  nationality?: string;
  /**
   * Number of the certificate of registry
   */
  registryNumber?: string;
  /**
   * Date of the certificate of registry
   */
  registryDate?: string;
  /**
   * Expiry of the certificate of registry
   */
  registryValidUntil?: string;
  /**
   * Date of build
   */
  builtOn?: string;
  /**
   * Builder
   */
  builder?: string;
  /**
   * Port of registry
   */
  registryPort?: string;
  /**
   * Type of ship
   */
  shipType?: string;
  /**
   * Liner or tramp
   */
  lineType?: string;
  /**
   * Communication number of the ship
   */
  communicationNumber?: string;
  /**
   * Kind of the communication number
   */
  communicationKind?: string;
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
   * Draught, laden, in metres
   */
  draught?: string;
  /**
   * Speed in knots
   */
  speed?: string;
  /**
   * Power of the main engine in kilowatts
   */
  enginePower?: string;
  /**
   * Number of holds
   */
  holds?: string;
  /**
   * Containers that it holds, in TEU
   */
  containerCapacity?: string;
  /**
   * Passengers that it holds
   */
  passengerCapacity?: string;
  /**
   * Classification society
   */
  classificationSociety?: string;
  /**
   * Owner
   */
  owner?: {
    /**
     * Code of the owner
     */
    code?: string;
    /**
     * Name of the owner
     */
    name?: string;
    /**
     * Name of the owner in Chinese
     */
    nameZh?: string;
    /**
     * Country of the owner
     */
    nationality?: string;
    /**
     * Address of the owner
     */
    address?: string;
  };
  /**
   * Operator
   */
  operator?: {
    /**
     * Code of the operator
     */
    code?: string;
    /**
     * Name of the operator
     */
    name?: string;
    /**
     * Name of the operator in Chinese
     */
    nameZh?: string;
    /**
     * Country of the operator
     */
    nationality?: string;
  };
  /**
   * Agent
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
  };
  /**
   * Certificates of the ship
   *
   * @minItems 1
   * @maxItems 99
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
