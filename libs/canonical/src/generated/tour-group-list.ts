/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * A tour group that is about to enter or leave, with its members, as the agency reports it before its arrival.
 */
export interface TourGroupList {
  /**
   * Number of the group
   */
  groupNumber?: string;
  /**
   * Name of the group
   */
  groupName?: string;
  /**
   * entry or exit
   */
  direction?: string;
  agency?: Party;
  foreignAgency?: Party;
  /**
   * When it is to cross the border
   */
  crossingAt?: string;
  port?: Place;
  /**
   * What it travels by
   */
  transport?: {
    /**
     * Mode
     */
    mode?: string;
    /**
     * Ship, flight or train
     */
    name?: string;
    /**
     * Voyage, flight or train number
     */
    voyage?: string;
  };
  /**
   * Country or place it comes from
   */
  origin?: string;
  /**
   * Country or place it goes to
   */
  destination?: string;
  /**
   * Route
   */
  route?: string;
  /**
   * When it is to leave again
   */
  leavesAt?: string;
  /**
   * How many they are, as stated
   */
  persons?: string;
  /**
   * Leader of the group
   */
  leader?: {
    /**
     * Name
     */
    name?: string;
    /**
     * Number of the leader card
     */
    number?: string;
    /**
     * Telephone
     */
    phone?: string;
  };
  /**
   * When it was reported
   */
  reportedAt?: string;
  /**
   * Members
   *
   * @minItems 1
   * @maxItems 10000
   *
   * Items: A member of the group
   */
  members?: {
    /**
     * Number in the list
     */
    sequence?: string;
    /**
     * Part in the group: leader, guide, member
     */
    role?: string;
    /**
     * Name, as written at home
     */
    name?: string;
    /**
     * Name in Latin letters
     */
    latinName?: string;
    /**
     * Surname in Latin letters
     */
    surname?: string;
    /**
     * Given names in Latin letters
     */
    givenName?: string;
    /**
     * Sex: M, F
     */
    sex?: string;
    /**
     * Date of birth
     */
    dateOfBirth?: string;
    /**
     * Place of birth
     */
    placeOfBirth?: string;
    /**
     * Nationality or region
     */
    nationality?: string;
    /**
     * Kind of the travel document
     */
    documentKind?: string;
    /**
     * Number of the travel document
     */
    documentNumber?: string;
    /**
     * When it was issued
     */
    documentIssuedAt?: string;
    /**
     * Where it was issued
     */
    documentIssuedIn?: string;
    /**
     * When it expires
     */
    documentExpiresAt?: string;
    /**
     * Kind of the visa
     */
    visaKind?: string;
    /**
     * Number of the visa
     */
    visaNumber?: string;
    /**
     * Occupation
     */
    occupation?: string;
    /**
     * Residence
     */
    residence?: string;
    /**
     * Telephone
     */
    phone?: string;
    /**
     * Remarks
     */
    remarks?: string;
  }[];
  /**
   * Remarks about the group
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
