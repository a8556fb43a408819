/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * What an authority or enterprise charges for clearance or port services, item by item, so that all of it is seen and paid at one window. The money stays with the banks.
 */
export interface FeeNotice {
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
   * Number of the notice
   */
  noticeNumber?: string;
  /**
   * issued, amended, cancelled or settled; any other code is kept as received
   */
  state?: string;
  /**
   * Number of the notice that it replaces
   */
  replaces?: string;
  /**
   * Number of the bill at the window that joins several notices
   */
  billingReference?: string;
  issuer?: Party;
  payer?: Party;
  /**
   * Account that is paid
   */
  payee?: {
    /**
     * Bank
     */
    bank?: string;
    /**
     * Number of the account
     */
    account?: string;
    /**
     * Name of the account
     */
    name?: string;
  };
  /**
   * When it was issued
   */
  issuedAt?: string;
  /**
   * Until when it is to be paid
   */
  dueOn?: string;
  /**
   * Inspection application that it is about
   */
  applicationNumber?: string;
  /**
   * Customs declaration that it is about
   */
  declarationNumber?: string;
  /**
   * Bills of lading that it is about
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Bills of lading that it is about
   */
  billNumbers?: string[];
  /**
   * Containers that it is about
   *
   * @minItems 1
   * @maxItems 9999
   *
   * Items: Containers that it is about
   */
  containerNumbers?: string[];
  /**
   * Ship that it is about
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
   * Items
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Items
   */
  items?: {
    /**
     * Number of the item
     */
    sequence?: string;
    /**
     * Code of the item in the published tariff
     */
    code?: string;
    /**
     * Name of the item
     */
    name?: string;
    /**
     * On what basis: the tariff or rule
     */
    basis?: string;
    /**
     * Y for voluntary items such as insurance
     */
    voluntary?: string;
    quantity?: Measure;
    /**
     * Rate
     */
    rate?: string;
    /**
     * Amount
     */
    amount?: string;
    /**
     * Amount that is waived
     */
    reliefAmount?: string;
  }[];
  /**
   * Total to pay
   */
  totalAmount?: string;
  /**
   * Currency (ISO 4217)
   */
  currency?: string;
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
