/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * What passed, or was stopped at, a checkpoint of a port gate under the guard of border inspection: vehicle, containers, persons by permit, and alarms.
 */
export interface GateCheckpointEvent {
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
   * Number of the event
   */
  eventNumber?: string;
  /**
   * passed, refused, held or manual; any other code is kept as received
   */
  outcome?: string;
  /**
   * in or out; any other code is kept as received
   */
  direction?: string;
  /**
   * When it passed or was stopped
   */
  passedAt?: string;
  /**
   * Gate
   */
  gate?: {
    /**
     * Code of the gate
     */
    code?: string;
    /**
     * Name of the gate
     */
    name?: string;
    /**
     * Port area
     */
    port?: string;
    /**
     * Lane
     */
    lane?: string;
    /**
     * Number of the device
     */
    device?: string;
  };
  /**
   * Vehicle
   */
  vehicle?: {
    /**
     * Plate number
     */
    plateNumber?: string;
    /**
     * Colour of the plate
     */
    plateColour?: string;
    /**
     * Plate number of the trailer
     */
    trailerNumber?: string;
    /**
     * Kind of vehicle
     */
    kind?: string;
    /**
     * Electronic tag of the vehicle
     */
    electronicTag?: string;
    /**
     * Number of the pass of the vehicle
     */
    cardNumber?: string;
    /**
     * Transport company
     */
    company?: string;
    /**
     * Mass by the weighbridge in kilograms
     */
    mass?: string;
  };
  /**
   * Containers
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: Containers
   */
  containers?: {
    /**
     * Container number
     */
    number?: string;
    /**
     * Size and type
     */
    sizeType?: string;
    /**
     * full or empty; any other code is kept as received
     */
    fullness?: string;
    /**
     * Position on the vehicle
     */
    position?: string;
    /**
     * Seal numbers
     *
     * @minItems 1
     * @maxItems 20
     *
     * Items: Seal numbers
     */
    seals?: string[];
    /**
     * How sure the recognition is, 0 to 1
     */
    confidence?: string;
    /**
     * Damage that was seen
     */
    damage?: string;
  }[];
  /**
   * Persons
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: Persons
   */
  persons?: {
    /**
     * driver, crew, visitor, inspector, worker; any other code is kept as received
     */
    role?: string;
    /**
     * Name, masked or whole
     */
    name?: string;
    /**
     * Kind of document
     */
    documentKind?: string;
    /**
     * Number of the document, masked or whole
     */
    documentNumber?: string;
    /**
     * Kind of permit: boarding, shore, port pass; any other code is kept as received
     */
    permitKind?: string;
    /**
     * Number of the permit
     */
    permitNumber?: string;
    /**
     * Until when the permit is valid
     */
    permitValidUntil?: string;
    /**
     * Nationality
     */
    nationality?: string;
    /**
     * Organisation of the person
     */
    company?: string;
    /**
     * Result of the check: matched, not-matched, expired; any other code is kept as received
     */
    check?: string;
  }[];
  /**
   * Ship that is boarded or left
   */
  vessel?: {
    /**
     * IMO ship number
     */
    imoNumber?: string;
    /**
     * Name of the ship
     */
    name?: string;
    /**
     * Voyage number
     */
    voyage?: string;
    /**
     * Berth
     */
    berth?: string;
  };
  /**
   * Release by customs
   */
  release?: {
    /**
     * Number of the release or gate pass
     */
    number?: string;
    /**
     * State of the release
     */
    state?: string;
  };
  /**
   * Customs declarations
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Customs declarations
   */
  declarationNumbers?: string[];
  /**
   * Bills of lading
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Bills of lading
   */
  billNumbers?: string[];
  /**
   * Alarms
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Alarms
   */
  alarms?: {
    /**
     * Kind of alarm
     */
    code?: string;
    /**
     * Level
     */
    level?: string;
    /**
     * Alarm in words
     */
    text?: string;
    /**
     * When it was raised
     */
    raisedAt?: string;
    /**
     * When it was handled
     */
    handledAt?: string;
    /**
     * Who handled it
     */
    handledBy?: string;
    /**
     * What came of it
     */
    result?: string;
  }[];
  /**
   * Images
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Images
   */
  images?: {
    /**
     * What the image shows
     */
    kind?: string;
    /**
     * Number or address of the image
     */
    reference?: string;
    /**
     * When it was taken
     */
    takenAt?: string;
  }[];
  /**
   * Officer on duty
   */
  officer?: string;
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
