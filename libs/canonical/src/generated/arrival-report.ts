/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * A report that cargo or containers have arrived at a supervised yard.
 */
export interface ArrivalReport {
  message?: ManifestMessage;
  /**
   * Customs office (4-digit customs code)
   */
  declarationOffice?: string;
  /**
   * Number of the document
   */
  reference?: string;
  /**
   * Who declares
   */
  representative?: string;
  /**
   * Port and customs office of exit
   */
  exitOffice?: string;
  /**
   * Port and customs office of entry
   */
  entryOffice?: string;
  /**
   * Agent
   */
  agent?: string;
  /**
   * Carrier
   */
  carrier?: string;
  transport?: ManifestTransport;
  loading?: ManifestPlace;
  unloading?: ManifestPlace;
  /**
   * Master
   */
  master?: string;
  tallyParty?: ManifestParty;
  /**
   * Containers
   *
   * @minItems 1
   * @maxItems 10000
   */
  containers?: ManifestContainer[];
  /**
   * Consignments
   *
   * @minItems 1
   * @maxItems 10000
   */
  consignments?: ManifestConsignment[];
  /**
   * Remarks; may end with the codes of the terminal and of those who get a copy
   */
  remarks?: string;
  /**
   * IMO number of the ship, from the identifier of the means of transport
   */
  imo?: string;
  /**
   * Codes at the end of the remarks: the terminal and who gets a copy; a hint for routing
   *
   * @minItems 1
   * @maxItems 50
   *
   * Items: A code of some list, as received
   */
  copyTo?: string[];
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
 * Head of a manifest message
 */
export interface ManifestMessage {
  /**
   * Number of the message
   */
  id?: string;
  /**
   * Function: 9 original, 2 add, 5 change, 3 delete (code as received)
   */
  function?: string;
  /**
   * Type of the message
   */
  type?: string;
  /**
   * Sender
   */
  sender?: string;
  /**
   * Receiver
   */
  receiver?: string;
  /**
   * When it was sent
   */
  sentAt?: string;
  /**
   * Version of the message
   */
  version?: string;
  /**
   * What the message is, in words
   */
  name?: string;
  /**
   * Port of the sender
   */
  senderPort?: string;
  /**
   * Port of the receiver
   */
  receiverPort?: string;
}
/**
 * A means of transport on its voyage
 */
export interface ManifestTransport {
  /**
   * Voyage or flight
   */
  voyage?: string;
  /**
   * Mode of transport: 1 sea, 3 road, 4 air
   */
  mode?: string;
  /**
   * Identifier of the means of transport: UN and IMO number at sea
   */
  id?: string;
  /**
   * Name of the means of transport
   */
  name?: string;
  /**
   * First port of arrival
   */
  firstArrival?: string;
  /**
   * Arrival
   */
  arrivalAt?: string;
  /**
   * Departure
   */
  departureAt?: string;
  /**
   * Begin of the work
   */
  startedAt?: string;
  /**
   * End of the work
   */
  completedAt?: string;
  /**
   * Nationality
   */
  nationality?: string;
  /**
   * Countries on the way
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: A code of some list, as received
   */
  route?: string[];
  /**
   * Call sign, where the identifier is one
   */
  callSign?: string;
  /**
   * IMO number, where the identifier is one
   */
  imoNumber?: string;
  service?: Place;
  nextPort?: ManifestPlace;
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
 * A place with its time
 */
export interface ManifestPlace {
  /**
   * Code of the place: port/customs, or yard/customs
   */
  id?: string;
  /**
   * Name of the place
   */
  name?: string;
  /**
   * When
   */
  at?: string;
}
/**
 * A party of a consignment
 */
export interface ManifestParty {
  /**
   * Code of the party
   */
  id?: string;
  /**
   * Name
   */
  name?: string;
  address?: ManifestAddress;
  /**
   * How to reach
   *
   * @minItems 1
   * @maxItems 100
   */
  communications?: ManifestCommunication[];
  /**
   * Contact
   */
  contact?: {
    /**
     * Contact
     */
    name?: string;
    /**
     * How to reach
     *
     * @minItems 1
     * @maxItems 100
     */
    communications?: ManifestCommunication[];
  };
  /**
   * Code of the authorised economic operator
   */
  aeo?: string;
}
/**
 * An address
 */
export interface ManifestAddress {
  /**
   * Address
   *
   * @minItems 1
   * @maxItems 20
   *
   * Items: A name or one line of text
   */
  lines?: string[];
  /**
   * City
   */
  city?: string;
  /**
   * Code of the region
   */
  regionCode?: string;
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
  /**
   * Line 1 of an address that is not taken apart
   */
  line1?: string;
  /**
   * Line 2 of an address that is not taken apart
   */
  line2?: string;
  /**
   * Line 3 of an address that is not taken apart
   */
  line3?: string;
  /**
   * Line 4 of an address that is not taken apart
   */
  line4?: string;
}
/**
 * How to reach somebody
 */
export interface ManifestCommunication {
  /**
   * Number or address
   */
  number?: string;
  /**
   * Kind: TE telephone, EM e-mail, FX fax
   */
  kind?: string;
}
/**
 * A container or unit load
 */
export interface ManifestContainer {
  /**
   * Container or unit load number
   */
  number?: string;
  /**
   * Size and type
   */
  type?: string;
  /**
   * Who supplies it
   */
  supplierType?: string;
  /**
   * Full or empty: 5 full, 4 empty, 7 and 8 partly (code as received)
   */
  fullness?: string;
  /**
   * Seals
   *
   * @minItems 1
   * @maxItems 100
   */
  seals?: {
    /**
     * Seal number
     */
    number?: string;
    /**
     * Who put it on
     */
    agency?: string;
  }[];
  /**
   * Number of the goods that are in it
   */
  sequence?: string;
  /**
   * Packages in it
   */
  packages?: string;
  grossMass?: Quantity;
  tareMass?: Quantity;
  volume?: Quantity;
  oversize?: Oversize;
  /**
   * Position on board: bay, row and tier
   */
  cell?: string;
}
/**
 * A quantity with its unit
 */
export interface Quantity {
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
 * How far the cargo stands out of a container, in the unit of the message (mostly centimetres)
 */
export interface Oversize {
  /**
   * At the front
   */
  front?: string;
  /**
   * At the back
   */
  back?: string;
  /**
   * On the left
   */
  left?: string;
  /**
   * On the right
   */
  right?: string;
  /**
   * Above
   */
  height?: string;
}
/**
 * A consignment under one transport document
 */
export interface ManifestConsignment {
  /**
   * Number of the transport document
   */
  billNumber?: string;
  /**
   * Terms of carriage
   */
  conditionCode?: string;
  /**
   * Consolidator
   */
  consolidator?: string;
  /**
   * Deconsolidator
   */
  deconsolidator?: string;
  /**
   * Reason of a change
   */
  changeReason?: string;
  /**
   * Number of the house transport document
   */
  houseBillNumber?: string;
  /**
   * Number of the original bill
   */
  nativeBillNumber?: string;
  volume?: Quantity;
  /**
   * Value
   */
  value?: {
    /**
     * Value of the goods
     */
    amount?: string;
    /**
     * Currency
     */
    currency?: string;
  };
  grossMass?: Quantity;
  goodsGrossMass?: Quantity;
  packages?: ManifestPackages;
  loading?: ManifestPlace;
  unloading?: ManifestPlace;
  receipt?: ManifestPlace;
  transhipment?: ManifestPlace;
  transitDestination?: ManifestPlace;
  consigned?: ManifestPlace;
  delivery?: ManifestAddress;
  /**
   * How freight is paid
   */
  freightPayment?: string;
  /**
   * Whether it comes in parts
   */
  split?: string;
  /**
   * Customs procedure
   */
  procedure?: string;
  /**
   * Customs state of the goods
   */
  customsStatus?: string;
  /**
   * Previous documents
   *
   * @minItems 1
   * @maxItems 1000
   */
  previousDocuments?: {
    /**
     * Number
     */
    number?: string;
    /**
     * Kind
     */
    kind?: string;
  }[];
  /**
   * Intermediate carriers
   *
   * @minItems 1
   * @maxItems 100
   */
  intermediateCarriers?: {
    /**
     * Code of the carrier
     */
    id?: string;
    /**
     * How to reach
     *
     * @minItems 1
     * @maxItems 100
     */
    communications?: {
      /**
       * Number or address
       */
      number?: string;
      /**
       * Kind: TE telephone, EM e-mail, FX fax
       */
      kind?: string;
    }[];
  }[];
  /**
   * Countries on the way
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: A code of some list, as received
   */
  route?: string[];
  /**
   * Countries on the way
   *
   * @minItems 1
   * @maxItems 100
   *
   * Items: A code of some list, as received
   */
  itinerary?: string[];
  consignee?: ManifestParty;
  consignor?: ManifestParty;
  notifyParty?: ManifestParty;
  dangerousGoodsContact?: ManifestParty;
  /**
   * Containers
   *
   * @minItems 1
   * @maxItems 5000
   */
  containers?: ManifestContainer[];
  /**
   * Goods items
   *
   * @minItems 1
   * @maxItems 10000
   */
  items?: ManifestItem[];
  /**
   * Remarks
   */
  remarks?: string;
  /**
   * Terms of carriage: who stuffs and strips, as received (11: CY-CY)
   */
  deliveryTerms?: string;
  /**
   * Quarantine code
   */
  quarantineCode?: string;
  /**
   * When the bill was issued
   */
  issuedAt?: string;
  issued?: ManifestPlace;
  /**
   * Currency of the freight
   */
  currency?: string;
  /**
   * Rate of exchange of the freight
   */
  exchangeRate?: string;
  deliveryPlace?: ManifestPlace;
  destination?: ManifestPlace;
  /**
   * Vessel that brought the goods to the port of loading
   */
  preCarriage?: {
    /**
     * Code of the vessel
     */
    vesselCode?: string;
    /**
     * Name of the vessel
     */
    vesselName?: string;
    /**
     * Voyage
     */
    voyage?: string;
  };
  notifyParty2?: ManifestParty;
  notifyParty3?: ManifestParty;
}
/**
 * Packages
 */
export interface ManifestPackages {
  /**
   * Number of packages
   */
  value?: string;
  /**
   * Unit
   */
  unit?: string;
  /**
   * Kind of packages
   */
  type?: string;
  /**
   * Marks
   */
  marks?: string;
}
/**
 * A goods item
 */
export interface ManifestItem {
  /**
   * Number of the goods item
   */
  sequence?: string;
  packages?: ManifestPackages;
  /**
   * Brief description of the goods
   */
  description?: string;
  /**
   * Further description
   */
  furtherDescription?: string;
  /**
   * UN number
   */
  dangerousGoods?: string;
  /**
   * Commodity codes
   *
   * @minItems 1
   * @maxItems 100
   */
  classifications?: {
    /**
     * Commodity code
     */
    id?: string;
    /**
     * Kind of code
     */
    kind?: string;
  }[];
  /**
   * Customs procedure
   */
  clearanceMode?: string;
  grossMass?: Quantity;
  netMass?: Quantity;
  /**
   * Country of origin
   */
  originCountry?: string;
  /**
   * Unique consignment reference
   */
  uniqueReference?: string;
  /**
   * Containers that it is in
   *
   * @minItems 1
   * @maxItems 1000
   */
  containers?: ManifestContainer[];
  /**
   * Remarks
   */
  remarks?: string;
  /**
   * Code of the goods
   */
  commodityCode?: string;
  volume?: Quantity;
  /**
   * Kind of the packages, in words
   */
  packageDescription?: string;
  /**
   * What is dangerous about the goods
   */
  hazard?: {
    /**
     * Class (IMDG)
     */
    hazardClass?: string;
    /**
     * Page of the IMDG code
     */
    page?: string;
    /**
     * UN number
     */
    unNumber?: string;
    /**
     * Label
     */
    label?: string;
    /**
     * Flashpoint, as received
     */
    flashpoint?: string;
    /**
     * Emergency schedule
     */
    emsNumber?: string;
    /**
     * Medical first aid guide
     */
    mfagNumber?: string;
  };
}
