/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * A goods declaration to customs, import or export, as the trader lodged it.
 */
export interface Declaration {
  /**
   * Version that the message gives itself
   */
  formatVersion?: string;
  /**
   * Unified number that the data centre gives a declaration
   */
  unifiedNumber?: string;
  /**
   * Direction: import or export; any other code is kept as received
   */
  direction?: string;
  /**
   * Kind of declaration (first two places), integrated or two-step entry (third)
   */
  documentKind?: string;
  agent?: Party;
  /**
   * Approval number
   */
  approvalNumber?: string;
  /**
   * Number of the transport document as declared
   */
  billNumber?: string;
  /**
   * Contract number
   */
  contractNumber?: string;
  /**
   * Customs office where the declaration is lodged (4-digit customs code)
   */
  declarationOffice?: string;
  /**
   * Nature of levy and exemption
   */
  levyNature?: string;
  /**
   * Import: last port of call; export: port of destination (customs port code)
   */
  transitOrDestinationPort?: string;
  /**
   * Import: domestic destination; export: domestic origin (before 2018; later it stands in the items)
   */
  domesticDistrict?: string;
  freight?: Charge;
  /**
   * Total gross mass in kilograms
   */
  totalGrossMass?: string;
  /**
   * Date of entry or exit
   */
  entryExitDate?: string;
  /**
   * Customs office of entry or exit (4-digit customs code)
   */
  entryExitOffice?: string;
  /**
   * Ratio of domestic sales
   */
  domesticSalesRatio?: string;
  insurance?: Charge;
  /**
   * Licence number
   */
  licenceNumber?: string;
  /**
   * Number of the processing-trade handbook or other record
   */
  recordNumber?: string;
  /**
   * Total net mass in kilograms
   */
  totalNetMass?: string;
  /**
   * Remarks
   */
  remarks?: string;
  otherCharges?: Charge;
  owner?: Party;
  /**
   * Number of packages
   */
  totalPackages?: string;
  /**
   * Way of paying duty
   */
  paymentMethod?: string;
  /**
   * Paying unit
   */
  taxPayer?: string;
  trader?: Party;
  /**
   * Import: country of departure; export: country of arrival (3-digit customs or ISO 3166-1 alpha-3 code)
   */
  departureOrArrivalCountry?: string;
  /**
   * Customs supervision mode
   */
  supervisionMode?: string;
  /**
   * Means of transport
   */
  transport?: {
    /**
     * Mode of transport (customs code)
     */
    mode?: string;
    /**
     * Name of the means of transport, or UN and IMO number
     */
    meansName?: string;
    /**
     * Voyage number
     */
    voyage?: string;
  };
  /**
   * Terms of delivery (customs code)
   */
  tradeTerms?: string;
  /**
   * Kind of packages
   */
  packageType?: string;
  /**
   * Declaration number that customs gives (18 digits)
   */
  entryNumber?: string;
  /**
   * Pre-entry number
   */
  preEntryNumber?: string;
  /**
   * Declaration mark: ordinary, transfer in advance ...
   */
  declarationMark?: string;
  /**
   * Risk assessment parameter
   */
  riskParameter?: string;
  enteringParty?: Party;
  /**
   * Type of entry: ordinary, with list, paperless
   */
  entryType?: string;
  /**
   * Date of printing or of pre-entry
   */
  printDate?: string;
  /**
   * Typist
   */
  typist?: {
    /**
     * Number or IC card of the typist
     */
    number?: string;
    /**
     * Name of the typist
     */
    name?: string;
    /**
     * E-mail of the typist
     */
    email?: string;
    /**
     * Telephone of the typist
     */
    phone?: string;
  };
  /**
   * Mark of the declarant
   */
  declarantId?: string;
  /**
   * Number of the clearance application or related document
   */
  clearanceApplicationNumber?: string;
  /**
   * Source of the data, extension marks
   */
  dataSource?: string;
  /**
   * Whether the declaration goes with a transfer between customs districts
   */
  transferRelation?: string;
  /**
   * Release under surety
   */
  suretyRelease?: string;
  /**
   * Type of free-trade-zone record list
   */
  recordListType?: string;
  /**
   * Promises about price: special relation, influence on price, royalty ... one place each
   */
  promiseItems?: string;
  /**
   * Business matters, one place each
   */
  businessItems?: string;
  /**
   * Trading country
   */
  tradingCountry?: string;
  /**
   * Inspection elsewhere
   */
  inspectionDiversion?: string;
  /**
   * Tax administration mark
   */
  taxAdministrationMark?: string;
  /**
   * Shipping marks
   */
  shippingMarks?: string;
  /**
   * Port of departure
   */
  departurePort?: string;
  /**
   * Port of entry or exit
   */
  entryExitPort?: string;
  /**
   * Where the goods are kept
   */
  goodsLocation?: string;
  /**
   * Inspection and quarantine
   */
  inspection?: {
    /**
     * Bill of lading for inspection and quarantine
     */
    billNumber?: string;
    /**
     * Inspection office of the port
     */
    portOffice?: string;
    /**
     * Special business marks
     */
    specialBusiness?: string;
    /**
     * Inspection office of the destination
     */
    destinationOffice?: string;
    /**
     * Date of departure
     */
    departureDate?: string;
    /**
     * Date on which discharge was completed
     */
    dischargeCompletedDate?: string;
    /**
     * Reason of the related inspection number
     */
    correlationReason?: string;
    /**
     * Office where certificates are collected
     */
    certificateOffice?: string;
    /**
     * Goods go to the destination in the original container
     */
    originalContainer?: string;
    /**
     * No other packages
     */
    noOtherPackage?: string;
    /**
     * Accepting inspection office
     */
    acceptingOffice?: string;
    /**
     * Related inspection number
     */
    correlationNumber?: string;
  };
  /**
   * Name of the declarant
   */
  declarantName?: string;
  overseasConsignor?: OverseasParty;
  overseasConsignee?: OverseasParty;
  /**
   * Second remark of the EDI declaration
   */
  ediRemark2?: string;
  /**
   * Remark of the EDI declaration
   */
  ediRemark?: string;
  /**
   * Goods items
   *
   * @minItems 1
   * @maxItems 999
   */
  items?: {
    /**
     * Classification mark
     */
    classificationMark?: string;
    /**
     * Commodity code of the customs tariff, leading zeros kept
     */
    commodityCode?: string;
    /**
     * Number of the item in the record
     */
    recordItemNumber?: string;
    /**
     * Unit price
     */
    unitPrice?: string;
    /**
     * Way of levying or exempting duty
     */
    levyMode?: string;
    /**
     * Factor between the declared and the statutory unit
     */
    unitFactor?: string;
    /**
     * Specification and model as declared
     */
    specification?: string;
    /**
     * Name of the goods
     */
    description?: string;
    /**
     * Number of the item
     */
    lineNumber?: string;
    /**
     * Country of origin
     */
    originCountry?: string;
    /**
     * Currency of the price
     */
    currency?: string;
    /**
     * Total price
     */
    totalPrice?: string;
    quantity?: Quantity;
    firstStatutoryQuantity?: Quantity;
    secondStatutoryQuantity?: Quantity;
    /**
     * Use or manufacturer
     */
    useOrManufacturer?: string;
    /**
     * Processing fee
     */
    processingFee?: string;
    /**
     * Product number
     */
    productNumber?: string;
    /**
     * Version of the product
     */
    productVersion?: string;
    /**
     * Country of final destination
     */
    destinationCountry?: string;
    /**
     * Inspection and quarantine code
     */
    inspectionCode?: string;
    /**
     * Name of the goods in a foreign language
     */
    foreignDescription?: string;
    /**
     * Region of origin within the country
     */
    originRegion?: string;
    /**
     * Purpose of the goods
     */
    purpose?: string;
    /**
     * Last day of validity as declared
     */
    validUntil?: string;
    /**
     * Shelf life
     */
    shelfLife?: string;
    /**
     * Attributes of the goods
     */
    attributes?: string;
    /**
     * Ingredients
     */
    ingredients?: string;
    /**
     * Dangerous goods
     */
    dangerousGoods?: {
      /**
       * UN number
       */
      unNumber?: string;
      /**
       * Name of the dangerous goods
       */
      name?: string;
      /**
       * Kind of dangerous goods package
       */
      packageType?: string;
      /**
       * Specification of the package
       */
      packageSpecification?: string;
      /**
       * Not a dangerous chemical
       */
      notDangerous?: string;
    };
    /**
     * Manufacturer abroad
     */
    overseasManufacturer?: string;
    /**
     * Domestic place of delivery
     */
    destinationDistrict?: string;
    /**
     * Specification for inspection and quarantine
     */
    inspectionSpecification?: string;
    /**
     * Model
     */
    model?: string;
    /**
     * Brand
     */
    brand?: string;
    /**
     * Dates of production as declared
     */
    productionDates?: string;
    /**
     * Batch numbers
     */
    batchNumbers?: string;
    /**
     * Import: domestic destination; export: domestic origin
     */
    domesticDistrict?: string;
    /**
     * Name that goes with the inspection code
     */
    inspectionName?: string;
    /**
     * Manufacturer
     */
    manufacturer?: {
      /**
       * Registration number of the manufacturer
       */
      registrationNumber?: string;
      /**
       * Name of the manufacturer
       */
      name?: string;
    };
    /**
     * Origin under a preferential trade agreement
     */
    preferentialOrigin?: string;
    /**
     * Prohibition and restriction code
     */
    controlCode?: string;
    /**
     * Licences of the item
     *
     * @minItems 1
     * @maxItems 999
     */
    licences?: {
      /**
       * Number of the item
       */
      lineNumber?: string;
      /**
       * Kind of licence
       */
      licenceType?: string;
      /**
       * Licence number
       */
      licenceNumber?: string;
      /**
       * Number of the written-off line of the licence
       */
      writeOffDetailNumber?: string;
      /**
       * Quantity written off the licence
       */
      writeOffQuantity?: string;
      /**
       * Unit of the quantity written off
       */
      writeOffUnit?: string;
      /**
       * Vehicles of the licence
       *
       * @minItems 1
       * @maxItems 9999
       */
      vehicles?: {
        /**
         * Licence number
         */
        licenceNumber?: string;
        /**
         * Kind of licence
         */
        licenceType?: string;
        /**
         * Sequence of the vehicle
         */
        sequence?: string;
        /**
         * Date of the transport document
         */
        billDate?: string;
        /**
         * Period of warranty
         */
        warranty?: string;
        /**
         * Engine or motor number
         */
        engineNumber?: string;
        /**
         * Vehicle identification number
         */
        vin?: string;
        /**
         * Chassis number
         */
        chassisNumber?: string;
        /**
         * Quantity on the invoice
         */
        invoicedQuantity?: string;
        /**
         * Name in Chinese
         */
        name?: string;
        /**
         * Name in English
         */
        foreignName?: string;
        /**
         * Model in English
         */
        model?: string;
        /**
         * Unit price
         */
        unitPrice?: string;
        /**
         * Invoice number
         */
        invoiceNumber?: string;
      }[];
    }[];
  }[];
  /**
   * Containers
   *
   * @minItems 1
   * @maxItems 999
   */
  containers?: {
    /**
     * Container number (ISO 6346)
     */
    number?: string;
    /**
     * Size and type (customs code)
     */
    size?: string;
    /**
     * Numbers of the items in this container
     */
    lineNumbers?: string;
    /**
     * Whether the container is shared
     */
    lessThanContainerLoad?: string;
    /**
     * Tare mass in kilograms
     */
    tareMass?: string;
    /**
     * Mass of container and goods in kilograms
     */
    goodsMass?: string;
  }[];
  /**
   * Licences and certificates that go with the declaration
   *
   * @minItems 1
   * @maxItems 999
   */
  licences?: {
    /**
     * Kind of document
     */
    code?: string;
    /**
     * Number of the document
     */
    number?: string;
  }[];
  /**
   * Certificates applied for
   *
   * @minItems 1
   * @maxItems 999
   */
  requestedCertificates?: {
    /**
     * Kind of certificate
     */
    code?: string;
    /**
     * Number of originals
     */
    originals?: string;
    /**
     * Number of copies
     */
    copies?: string;
  }[];
  /**
   * Other packages
   *
   * @minItems 1
   * @maxItems 999
   */
  otherPackages?: {
    /**
     * Number of packages
     */
    quantity?: string;
    /**
     * Kind of package
     */
    type?: string;
  }[];
  /**
   * Qualifications of the enterprise
   *
   * @minItems 1
   * @maxItems 999
   */
  qualifications?: {
    /**
     * Number of the qualification
     */
    number?: string;
    /**
     * Kind of qualification
     */
    type?: string;
  }[];
  /**
   * Declarations and promises of the enterprise
   *
   * @minItems 1
   * @maxItems 999
   */
  promises?: {
    /**
     * Kind of proof or statement
     */
    materialCode?: string;
  }[];
  /**
   * Users of the goods
   *
   * @minItems 1
   * @maxItems 999
   */
  users?: {
    /**
     * Contact of the user
     */
    contactName?: string;
    /**
     * Telephone of the contact
     */
    contactPhone?: string;
  }[];
  /**
   * Attached pictures of shipping marks
   *
   * @minItems 1
   * @maxItems 99
   */
  markAttachments?: {
    /**
     * File name
     */
    name?: string;
    /**
     * File type
     */
    type?: string;
    /**
     * Content in Base64
     */
    content?: string;
  }[];
  /**
   * Number of the related declaration
   */
  relatedEntryNumber?: string;
  /**
   * Number of the related record
   */
  relatedRecordNumber?: string;
  /**
   * Bonded warehouse
   */
  bondedWarehouse?: string;
  /**
   * How to reach the declarant
   */
  declarantContact?: string;
  /**
   * Yard
   */
  yard?: string;
  /**
   * Registration of the declarant
   */
  declarantRegistration?: string;
  /**
   * Signature and reference of the sender
   */
  signature?: {
    /**
     * Operation: upload, declare, save ...
     */
    operation?: string;
    /**
     * IC card of the operator
     */
    cardNumber?: string;
    /**
     * Organisation that operates
     */
    organisation?: string;
    /**
     * Name of the operator
     */
    operatorName?: string;
    /**
     * Reference that the sender gives the declaration
     */
    clientReference?: string;
    /**
     * Digital signature
     */
    value?: string;
    /**
     * Time of signing as signed
     */
    signedAt?: string;
    /**
     * Certificate or its number
     */
    certificate?: string;
    /**
     * Mailbox of the client
     */
    hostId?: string;
    /**
     * Unified number of the list that goes with it
     */
    listNumber?: string;
    /**
     * Signed by typist or declarant
     */
    signerKind?: string;
    /**
     * Note
     */
    note?: string;
  };
  /**
   * Transfer between customs districts
   */
  transfer?: {
    /**
     * Unified number of the transfer declaration
     */
    unifiedNumber?: string;
    /**
     * Number of the load list
     */
    loadListNumber?: string;
    /**
     * Number of the transfer declaration
     */
    declarationNumber?: string;
    /**
     * Means of transport
     */
    transport?: {
      /**
       * Inland mode of transport
       */
      mode?: string;
      /**
       * Customs number of the inland means of transport
       */
      customsNumber?: string;
      /**
       * Inland means of transport
       */
      meansName?: string;
      /**
       * Inland voyage or trip
       */
      voyage?: string;
    };
    /**
     * Carrier
     */
    carrier?: {
      /**
       * Carrier
       */
      name?: string;
      /**
       * Code of the carrier
       */
      code?: string;
    };
    /**
     * Kind of transfer
     */
    kind?: string;
    /**
     * Expected arrival at the destination
     */
    expectedArrivalDate?: string;
    /**
     * Whether an electronic seal is used
     */
    electronicSeal?: string;
    /**
     * Remarks
     */
    remarks?: string;
    /**
     * With or without paper
     */
    paperless?: string;
    /**
     * Credit code of the applicant
     */
    applicantCreditCode?: string;
    /**
     * Bills of the transfer
     *
     * @minItems 1
     * @maxItems 999
     */
    bills?: {
      /**
       * Mode of transport across the border
       */
      mode?: string;
      /**
       * Number of the means of transport across the border
       */
      meansId?: string;
      /**
       * Name of the means of transport across the border
       */
      meansName?: string;
      /**
       * Voyage across the border
       */
      voyage?: string;
      /**
       * Bill number
       */
      number?: string;
      /**
       * Actual date of entry or exit
       */
      entryExitDate?: string;
    }[];
    /**
     * Containers of the transfer
     *
     * @minItems 1
     * @maxItems 999
     */
    containers?: {
      /**
       * Container number (ISO 6346)
       */
      number?: string;
      /**
       * Sequence
       */
      sequence?: string;
      /**
       * Size and type (customs code)
       */
      size?: string;
      /**
       * Number of the electronic seal
       */
      sealNumber?: string;
      /**
       * Inland means of transport
       */
      meansName?: string;
      /**
       * Actual mass in kilograms
       */
      mass?: string;
      /**
       * Number of seals
       */
      sealCount?: string;
    }[];
    /**
     * Goods in the containers of the transfer
     *
     * @minItems 1
     * @maxItems 999
     */
    goods?: {
      /**
       * Number of the item
       */
      lineNumber?: string;
      /**
       * Container number (ISO 6346)
       */
      containerNumber?: string;
      /**
       * Number of packages
       */
      count?: string;
      /**
       * Mass in kilograms
       */
      mass?: string;
    }[];
  };
  /**
   * Risk assessment
   */
  risk?: {
    /**
     * Result of the risk assessment
     */
    result?: string;
    /**
     * Digital signature
     */
    signature?: string;
    /**
     * Time of handling
     */
    signedAt?: string;
    /**
     * Note
     */
    note?: string;
  };
  /**
   * Electronic documents that go with the declaration
   *
   * @minItems 1
   * @maxItems 999
   */
  electronicDocuments?: {
    /**
     * Number or file name of the electronic document
     */
    id?: string;
    /**
     * Kind of document
     */
    kind?: string;
    /**
     * Structured or not
     */
    format?: string;
    /**
     * Note of the operation
     */
    note?: string;
    /**
     * File name at the enterprise
     */
    fileName?: string;
    /**
     * Customs code of the owner
     */
    ownerCode?: string;
    /**
     * Code of the signing unit
     */
    signedBy?: string;
    /**
     * Time of signing as signed
     */
    signedAt?: string;
    /**
     * Name of the owner
     */
    ownerName?: string;
    /**
     * Size of the file
     */
    size?: string;
    /**
     * Numbers of the items it is about
     */
    lineNumbers?: string;
  }[];
  /**
   * Which item of a certificate (of origin) belongs to which item of the declaration
   *
   * @minItems 1
   * @maxItems 999
   */
  originRelations?: {
    /**
     * Kind of certificate
     */
    certificateType?: string;
    /**
     * Number of the certificate
     */
    certificateNumber?: string;
    /**
     * Number of the item of the declaration
     */
    lineNumber?: string;
    /**
     * Number of the item of the certificate
     */
    certificateLineNumber?: string;
    /**
     * Extension
     */
    extension?: string;
  }[];
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
export interface Party {
  /**
   * Customs code
   */
  code?: string;
  /**
   * Name
   */
  name?: string;
  /**
   * Unified social credit code
   */
  creditCode?: string;
  /**
   * Inspection and quarantine code
   */
  inspectionCode?: string;
  /**
   * Name in a foreign language
   */
  foreignName?: string;
  contact?: Contact;
}
/**
 * A person to reach
 */
export interface Contact {
  /**
   * Name
   */
  name?: string;
  /**
   * E-mail
   */
  email?: string;
  /**
   * Telephone
   */
  phone?: string;
}
/**
 * A charge: a rate, a unit price or a total, as the mark says
 */
export interface Charge {
  /**
   * Currency
   */
  currency?: string;
  /**
   * 1 rate, 2 unit price, 3 total
   */
  mark?: string;
  /**
   * Rate or amount
   */
  rate?: string;
}
/**
 * An organisation abroad
 */
export interface OverseasParty {
  /**
   * Code
   */
  code?: string;
  /**
   * Name
   */
  name?: string;
  /**
   * Name in a foreign language
   */
  foreignName?: string;
  /**
   * Address
   */
  address?: string;
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
   * Unit (customs code)
   */
  unit?: string;
}
