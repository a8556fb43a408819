/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * A train that came to or left a station of the port, or was weighed there: its wagons and what is on them.
 */
export interface RailMovement {
  /**
   * What happened; other words are kept as received
   */
  movementKind?: string;
  /**
   * To the port or from the port
   */
  direction?: string;
  /**
   * Number of the list
   */
  reference?: string;
  /**
   * The train
   */
  train?: {
    /**
     * Train number
     */
    number?: string;
    /**
     * Day of the train
     */
    date?: string;
    /**
     * Track
     */
    track?: string;
    /**
     * Locomotive
     */
    locomotive?: string;
  };
  station?: Place;
  origin?: Place;
  destination?: Place;
  /**
   * When it is planned
   */
  plannedAt?: string;
  /**
   * When it arrived
   */
  arrivedAt?: string;
  /**
   * When it left
   */
  departedAt?: string;
  /**
   * When it was weighed
   */
  weighedAt?: string;
  weighbridge?: Place;
  /**
   * Who weighed
   */
  weigher?: string;
  /**
   * Unit of all masses (UN/ECE Recommendation 20): TNE, KGM
   */
  massUnit?: string;
  /**
   * Totals that the list states
   */
  totals?: {
    /**
     * Number of wagons
     */
    wagons?: number;
    /**
     * Gross mass, in the unit of the list
     */
    gross?: string;
    /**
     * Tare mass
     */
    tare?: string;
    /**
     * Net mass
     */
    net?: string;
  };
  /**
   * The wagons in their order
   *
   * @minItems 1
   * @maxItems 500
   *
   * Items: A wagon
   */
  wagons?: {
    /**
     * Place in the train, from the locomotive
     */
    sequence?: number;
    /**
     * Wagon number
     */
    number?: string;
    /**
     * Type of wagon
     */
    type?: string;
    /**
     * Load that it may carry
     */
    capacity?: string;
    /**
     * Gross mass, in the unit of the list
     */
    gross?: string;
    /**
     * Tare mass
     */
    tare?: string;
    /**
     * Net mass
     */
    net?: string;
    /**
     * Above what it may carry
     */
    overload?: string;
    /**
     * Speed when weighed, in km/h
     */
    speed?: string;
    /**
     * Railway waybill
     */
    waybill?: string;
    /**
     * Goods
     */
    goods?: string;
    /**
     * Number of pieces
     */
    pieces?: string;
    origin?: Place;
    destination?: Place;
    /**
     * Consignor
     */
    consignor?: string;
    /**
     * Consignee
     */
    consignee?: string;
    /**
     * Containers on the wagon
     *
     * @minItems 1
     * @maxItems 9
     *
     * Items: A container
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
       * full or empty
       */
      fullness?: string;
      /**
       * Gross mass
       */
      gross?: string;
      /**
       * Bill of lading
       */
      billNumber?: string;
      /**
       * Seals
       *
       * @minItems 1
       * @maxItems 9
       *
       * Items: Seal number
       */
      seals?: string[];
    }[];
    /**
     * Seals of the wagon
     *
     * @minItems 1
     * @maxItems 9
     *
     * Items: Seal number
     */
    seals?: string[];
    /**
     * Remark
     */
    remark?: string;
  }[];
  operator?: Place;
  /**
   * Remark
   */
  remark?: string;
  /**
   * The message that the document came in
   */
  message?: {
    /**
     * Number of the message
     */
    id?: string;
    /**
     * Sender
     */
    sender?: string;
    /**
     * Recipient
     */
    recipient?: string;
    /**
     * When it was sent
     */
    sentAt?: string;
    /**
     * original, replacement or cancellation
     */
    function?: string;
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
