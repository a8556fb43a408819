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
