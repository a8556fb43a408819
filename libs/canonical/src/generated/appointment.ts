/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * An appointment for inspection or release off hours or at a time of one's choice: request, slot, confirmation and what came of it.
 */
export interface Appointment {
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
   * Number of the appointment
   */
  appointmentNumber?: string;
  /**
   * requested, confirmed, moved, refused, cancelled, done or missed; any other code is kept as received
   */
  state?: string;
  /**
   * What is asked for: inspection, release, declaration, loading, pilotage; any other code is kept as received
   */
  service?: string;
  /**
   * holiday, night, urgent, perishable; any other code is kept as received
   */
  reason?: string;
  office?: Place;
  applicant?: Party;
  /**
   * Contact
   */
  contactName?: string;
  /**
   * Telephone of the contact
   */
  contactPhone?: string;
  /**
   * When it was asked for
   */
  requestedAt?: string;
  /**
   * When the state changed
   */
  changedAt?: string;
  /**
   * Slot that is asked for
   */
  requestedSlot?: {
    /**
     * Begin of the slot that is asked for
     */
    from?: string;
    /**
     * End of the slot that is asked for
     */
    to?: string;
  };
  /**
   * Slot that is confirmed
   */
  confirmedSlot?: {
    /**
     * Begin of the slot that is confirmed
     */
    from?: string;
    /**
     * End of the slot that is confirmed
     */
    to?: string;
  };
  place?: Location;
  /**
   * Customs declaration
   */
  declarationNumber?: string;
  /**
   * Inspection application
   */
  applicationNumber?: string;
  /**
   * Bills of lading
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Bills of lading
   */
  billNumbers?: string[];
  /**
   * Containers
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Containers
   */
  containerNumbers?: string[];
  /**
   * Ship
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
  };
  /**
   * Goods in words
   */
  goods?: string;
  /**
   * Officer in charge
   */
  officer?: string;
  /**
   * When it really began
   */
  startedAt?: string;
  /**
   * When it really ended
   */
  endedAt?: string;
  /**
   * Result: released, held, returned; any other code is kept as received
   */
  result?: string;
  /**
   * Why it was moved or refused, or what came of it
   */
  note?: string;
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
