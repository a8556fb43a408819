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
   * @maxItems 9999
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
    /**
     * Customs codes
     */
    classification?: {
      /**
       * Customs code
       */
      code?: string;
      /**
       * Code list
       */
      codeList?: string;
      /**
       * Agency of the code list
       */
      agency?: string;
      /**
       * Customs code 2
       */
      code2?: string;
      /**
       * Code list
       */
      codeList2?: string;
      /**
       * Agency of the code list
       */
      agency2?: string;
      /**
       * Customs code 3
       */
      code3?: string;
      /**
       * Code list
       */
      codeList3?: string;
      /**
       * Agency of the code list
       */
      agency3?: string;
      /**
       * Customs code 4
       */
      code4?: string;
      /**
       * Code list
       */
      codeList4?: string;
      /**
       * Agency of the code list
       */
      agency4?: string;
      /**
       * Customs code 5
       */
      code5?: string;
      /**
       * Code list
       */
      codeList5?: string;
      /**
       * Agency of the code list
       */
      agency5?: string;
    };
    /**
     * Descriptions and remarks
     *
     * @minItems 1
     * @maxItems 9999
     */
    remarks?: Remark[];
    /**
     * Places
     *
     * @minItems 1
     * @maxItems 9999
     */
    locations?: OtherLocation[];
    /**
     * Times
     *
     * @minItems 1
     * @maxItems 9999
     */
    times?: Moment[];
    /**
     * Measurements
     *
     * @minItems 1
     * @maxItems 9999
     */
    measurements?: Measurement[];
    /**
     * Parties
     *
     * @minItems 1
     * @maxItems 9999
     */
    parties?: EdiParty[];
    /**
     * Means of transport and their journeys
     *
     * @minItems 1
     * @maxItems 9999
     */
    journeys?: EdiJourney[];
    /**
     * Packaging
     *
     * @minItems 1
     * @maxItems 9999
     */
    packaging?: EdiPackage[];
    /**
     * Amounts
     *
     * @minItems 1
     * @maxItems 9999
     */
    amounts?: EdiExchangedAmount[];
    /**
     * References
     *
     * @minItems 1
     * @maxItems 9999
     */
    references?: {
      /**
       * Kind
       */
      kind?: string;
      /**
       * Number
       */
      number?: string;
      /**
       * Line
       */
      line?: string;
      /**
       * Revision
       */
      revision?: string;
      /**
       * Times
       *
       * @minItems 1
       * @maxItems 9999
       */
      times?: Moment[];
      /**
       * Amounts
       *
       * @minItems 1
       * @maxItems 9999
       */
      amounts?: EdiAmount[];
      /**
       * Descriptions
       *
       * @minItems 1
       * @maxItems 9999
       */
      descriptions?: EdiDescription[];
    }[];
    /**
     * Documents
     *
     * @minItems 1
     * @maxItems 9999
     */
    documents?: EdiDocument[];
    /**
     * Terms of delivery
     *
     * @minItems 1
     * @maxItems 9999
     */
    deliveryTerms?: EdiTerms[];
    /**
     * Nature of the goods
     *
     * @minItems 1
     * @maxItems 9999
     */
    natures?: EdiNature[];
    /**
     * General indicators
     *
     * @minItems 1
     * @maxItems 9999
     */
    generalIndicators?: {
      /**
       * Indicator: code
       */
      code?: string;
      /**
       * Indicator: codeList
       */
      codeList?: string;
      /**
       * Indicator: agency
       */
      agency?: string;
      /**
       * Indicator: type
       */
      type?: string;
      /**
       * Percentages
       *
       * @minItems 1
       * @maxItems 9999
       */
      percentages?: EdiPercentage[];
      /**
       * Times
       *
       * @minItems 1
       * @maxItems 9999
       */
      times?: Moment[];
      /**
       * References
       *
       * @minItems 1
       * @maxItems 9999
       */
      references?: NumberedReference[];
    }[];
    /**
     * Indicators of processing
     *
     * @minItems 1
     * @maxItems 9999
     */
    indicators?: {
      /**
       * Indicator: qualifier
       */
      qualifier?: string;
      /**
       * Indicator: code
       */
      code?: string;
      /**
       * Indicator: codeList
       */
      codeList?: string;
      /**
       * Indicator: agency
       */
      agency?: string;
      /**
       * Indicator: description
       */
      description?: string;
      /**
       * Indicator: type
       */
      type?: string;
      /**
       * Percentages
       *
       * @minItems 1
       * @maxItems 9999
       */
      percentages?: EdiPercentage[];
      /**
       * Times
       *
       * @minItems 1
       * @maxItems 9999
       */
      times?: Moment[];
      /**
       * References
       *
       * @minItems 1
       * @maxItems 9999
       */
      references?: NumberedReference[];
    }[];
    /**
     * Duties, taxes and fees
     *
     * @minItems 1
     * @maxItems 9999
     */
    taxes?: EdiTax[];
    /**
     * Quantities that differ
     *
     * @minItems 1
     * @maxItems 9999
     */
    quotas?: EdiQuota[];
    /**
     * Identified objects, such as vehicles
     *
     * @minItems 1
     * @maxItems 9999
     */
    identities?: {
      /**
       * Set of identification
       */
      set?: string;
      /**
       * Identity number
       */
      number?: string;
      /**
       * Kind of the number
       */
      kind?: string;
      /**
       * Status
       */
      status?: string;
      /**
       * Identity number 2
       */
      number2?: string;
      /**
       * Kind of the number
       */
      kind2?: string;
      /**
       * Status
       */
      status2?: string;
      /**
       * Identity number 3
       */
      number3?: string;
      /**
       * Kind of the number
       */
      kind3?: string;
      /**
       * Status
       */
      status3?: string;
      /**
       * Identity number 4
       */
      number4?: string;
      /**
       * Kind of the number
       */
      kind4?: string;
      /**
       * Status
       */
      status4?: string;
      /**
       * Identity number 5
       */
      number5?: string;
      /**
       * Kind of the number
       */
      kind5?: string;
      /**
       * Status
       */
      status5?: string;
      /**
       * Indicators of processing (GEI)
       *
       * @minItems 1
       * @maxItems 9999
       */
      indicators?: EdiIndicator[];
      /**
       * General indicators (GIS)
       *
       * @minItems 1
       * @maxItems 9999
       */
      generalIndicators?: EdiIndicator[];
      /**
       * Parties
       *
       * @minItems 1
       * @maxItems 9999
       */
      parties?: EdiParty[];
      /**
       * Measurements
       *
       * @minItems 1
       * @maxItems 9999
       */
      measurements?: Measurement[];
      /**
       * Amounts
       *
       * @minItems 1
       * @maxItems 9999
       */
      amounts?: EdiExchangedAmount[];
      /**
       * Duties, taxes and fees
       *
       * @minItems 1
       * @maxItems 9999
       */
      taxes?: EdiTax[];
      /**
       * Documents
       *
       * @minItems 1
       * @maxItems 9999
       */
      documents?: EdiDocument[];
    }[];
  }[];
  /**
   * Containers
   *
   * @minItems 1
   * @maxItems 9999
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
   * @maxItems 9999
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
  message?: EdiMessage;
  classification?: EdiClassification;
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  locations?: OtherLocation[];
  /**
   * Indicators of processing (GEI)
   *
   * @minItems 1
   * @maxItems 9999
   */
  indicators?: EdiIndicator[];
  /**
   * General indicators (GIS)
   *
   * @minItems 1
   * @maxItems 9999
   */
  generalIndicators?: EdiIndicator[];
  /**
   * Accounts
   *
   * @minItems 1
   * @maxItems 9999
   */
  accounts?: EdiAccount[];
  /**
   * Measurements
   *
   * @minItems 1
   * @maxItems 9999
   */
  measurements?: Measurement[];
  /**
   * Equipment as stated
   *
   * @minItems 1
   * @maxItems 9999
   */
  equipment?: EdiEquipment[];
  /**
   * Seals
   *
   * @minItems 1
   * @maxItems 9999
   */
  seals?: Seal[];
  /**
   * References, with packages that belong to them
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: {
    /**
     * Kind
     */
    kind?: string;
    /**
     * Number
     */
    number?: string;
    /**
     * Line
     */
    line?: string;
    /**
     * Revision
     */
    revision?: string;
    /**
     * Times
     *
     * @minItems 1
     * @maxItems 9999
     */
    times?: Moment[];
    /**
     * Packaging
     *
     * @minItems 1
     * @maxItems 9999
     */
    packaging?: EdiPackage[];
  }[];
  /**
   * Means of transport and their journeys
   *
   * @minItems 1
   * @maxItems 9999
   */
  journeys?: EdiJourney[];
  /**
   * Documents
   *
   * @minItems 1
   * @maxItems 9999
   */
  documents?: EdiDocument[];
  /**
   * Parties
   *
   * @minItems 1
   * @maxItems 9999
   */
  parties?: EdiParty[];
  /**
   * Terms of delivery
   *
   * @minItems 1
   * @maxItems 9999
   */
  deliveryTerms?: EdiTerms[];
  /**
   * Amounts
   *
   * @minItems 1
   * @maxItems 9999
   */
  amounts?: EdiExchangedAmount[];
  /**
   * Invoices and lists of the goods
   *
   * @minItems 1
   * @maxItems 9999
   */
  invoices?: {
    /**
     * Number of the invoice or list
     */
    number?: string;
    /**
     * Kind of document
     */
    kind?: string;
    /**
     * Code list
     */
    kindCodeList?: string;
    /**
     * Agency of the code list
     */
    kindAgency?: string;
    /**
     * Kind in words
     */
    kindName?: string;
    /**
     * Total number of items
     */
    total?: string;
    /**
     * Times
     *
     * @minItems 1
     * @maxItems 9999
     */
    times?: Moment[];
    /**
     * Measurements
     *
     * @minItems 1
     * @maxItems 9999
     */
    measurements?: Measurement[];
    /**
     * Amounts
     *
     * @minItems 1
     * @maxItems 9999
     */
    amounts?: EdiExchangedAmount[];
    /**
     * Terms of delivery
     *
     * @minItems 1
     * @maxItems 9999
     */
    deliveryTerms?: EdiTerms[];
    /**
     * Parties
     *
     * @minItems 1
     * @maxItems 9999
     */
    parties?: {
      /**
       * Role: code of the party
       */
      role?: string;
      /**
       * Code or number
       */
      code?: string;
      /**
       * Code list
       */
      codeList?: string;
      /**
       * Agency of the code list
       */
      agency?: string;
      /**
       * Line 1 of name and address
       */
      line1?: string;
      /**
       * Line 2 of name and address
       */
      line2?: string;
      /**
       * Line 3 of name and address
       */
      line3?: string;
      /**
       * Line 4 of name and address
       */
      line4?: string;
      /**
       * Line 5 of name and address
       */
      line5?: string;
      /**
       * Name
       */
      name?: string;
      /**
       * Name, part 2
       */
      name2?: string;
      /**
       * Name, part 3
       */
      name3?: string;
      /**
       * Name, part 4
       */
      name4?: string;
      /**
       * Name, part 5
       */
      name5?: string;
      /**
       * Order of the parts of the name
       */
      nameFormat?: string;
      /**
       * Street
       */
      street?: string;
      /**
       * Street, line 2
       */
      street2?: string;
      /**
       * Street, line 3
       */
      street3?: string;
      /**
       * Street, line 4
       */
      street4?: string;
      /**
       * City
       */
      city?: string;
      /**
       * Region
       */
      region?: string;
      /**
       * Code list of the region
       */
      regionCodeList?: string;
      /**
       * Agency of the region code
       */
      regionAgency?: string;
      /**
       * Name of the region
       */
      regionName?: string;
      /**
       * Postcode
       */
      postcode?: string;
      /**
       * Country
       */
      country?: string;
      /**
       * Documents
       *
       * @minItems 1
       * @maxItems 9999
       */
      documents?: EdiDocument[];
    }[];
    /**
     * Packaging
     *
     * @minItems 1
     * @maxItems 9999
     */
    packaging?: EdiPackage[];
    /**
     * Lines
     *
     * @minItems 1
     * @maxItems 9999
     */
    lines?: {
      /**
       * Number of the line
       */
      number?: string;
      /**
       * What is asked
       */
      action?: string;
      /**
       * Number of the goods
       */
      code?: string;
      /**
       * Kind of the number
       */
      codeKind?: string;
      /**
       * Code list
       */
      codeCodeList?: string;
      /**
       * Agency of the code list
       */
      codeAgency?: string;
      /**
       * Further numbers
       *
       * @minItems 1
       * @maxItems 9999
       */
      productIds?: ProductId[];
      /**
       * Quantities
       *
       * @minItems 1
       * @maxItems 9999
       */
      quantities?: EdiQuantity[];
      /**
       * Prices
       *
       * @minItems 1
       * @maxItems 9999
       */
      prices?: {
        /**
         * Kind of price
         */
        kind?: string;
        /**
         * Price
         */
        value?: string;
        /**
         * Type of price
         */
        type?: string;
        /**
         * Specification
         */
        specification?: string;
        /**
         * Basis quantity
         */
        basis?: string;
        /**
         * Unit
         */
        unit?: string;
        /**
         * Change
         */
        change?: string;
      }[];
      /**
       * Percentages
       *
       * @minItems 1
       * @maxItems 9999
       */
      percentages?: EdiPercentage[];
      /**
       * Measurements
       *
       * @minItems 1
       * @maxItems 9999
       */
      measurements?: Measurement[];
      /**
       * Amounts
       *
       * @minItems 1
       * @maxItems 9999
       */
      amounts?: EdiAmount[];
      /**
       * Parties
       *
       * @minItems 1
       * @maxItems 9999
       */
      parties?: EdiParty[];
      /**
       * Indicators of processing (GEI)
       *
       * @minItems 1
       * @maxItems 9999
       */
      indicators?: EdiIndicator[];
      /**
       * General indicators (GIS)
       *
       * @minItems 1
       * @maxItems 9999
       */
      generalIndicators?: EdiIndicator[];
      /**
       * Places
       *
       * @minItems 1
       * @maxItems 9999
       */
      locations?: OtherLocation[];
      /**
       * Documents
       *
       * @minItems 1
       * @maxItems 9999
       */
      documents?: EdiDocument[];
      /**
       * Terms of delivery
       *
       * @minItems 1
       * @maxItems 9999
       */
      deliveryTerms?: EdiTerms[];
      /**
       * Descriptions
       *
       * @minItems 1
       * @maxItems 9999
       */
      descriptions?: EdiDescription[];
      /**
       * Packaging
       *
       * @minItems 1
       * @maxItems 9999
       */
      packaging?: EdiPackage[];
    }[];
  }[];
  /**
   * Duties, taxes and fees
   *
   * @minItems 1
   * @maxItems 9999
   */
  taxes?: EdiTax[];
  /**
   * Authentication
   *
   * @minItems 1
   * @maxItems 9999
   */
  authentications?: EdiAuthentication[];
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
 * A contact
 */
export interface Contact {
  /**
   * Function (3139)
   */
  function?: string;
  /**
   * Code
   */
  code?: string;
  /**
   * Name
   */
  name?: string;
  /**
   * Ways to reach the contact, where the message says whose they are
   *
   * @minItems 1
   * @maxItems 99
   */
  communications?: Communication[];
}
/**
 * A communication number
 */
export interface Communication {
  /**
   * Number
   */
  number?: string;
  /**
   * Kind (3155)
   */
  channel?: string;
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
/**
 * Free text with its subject
 */
export interface Remark {
  /**
   * Subject (4451)
   */
  subject?: string;
  /**
   * Function (4453)
   */
  function?: string;
  /**
   * Code of the text (4441)
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
   * Text, line 1
   */
  text?: string;
  /**
   * Text, line 2
   */
  text2?: string;
  /**
   * Text, line 3
   */
  text3?: string;
  /**
   * Text, line 4
   */
  text4?: string;
  /**
   * Text, line 5
   */
  text5?: string;
  /**
   * Language
   */
  language?: string;
}
/**
 * A place with the function that it has
 */
export interface OtherLocation {
  /**
   * Function of the place (3227)
   */
  function?: string;
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
  terminal?: Place;
  subPlace?: Place;
  /**
   * Relation between the places (5479)
   */
  relation?: string;
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
 * A time with its meaning
 */
export interface Moment {
  /**
   * Meaning (2005)
   */
  kind?: string;
  /**
   * Date or time
   */
  at?: string;
}
/**
 * A measurement with its purpose
 */
export interface Measurement {
  /**
   * Purpose (6311)
   */
  purpose?: string;
  /**
   * What was measured (6313)
   */
  dimension?: string;
  /**
   * Significance (6321)
   */
  significance?: string;
  /**
   * Value
   */
  value?: string;
  /**
   * Unit
   */
  unit?: string;
  /**
   * Lowest value
   */
  minimum?: string;
  /**
   * Highest value
   */
  maximum?: string;
  /**
   * Surface or layer (7383)
   */
  surface?: string;
}
/**
 * A party with its address
 */
export interface EdiParty {
  /**
   * Role: code of the party
   */
  role?: string;
  /**
   * Code or number
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Line 1 of name and address
   */
  line1?: string;
  /**
   * Line 2 of name and address
   */
  line2?: string;
  /**
   * Line 3 of name and address
   */
  line3?: string;
  /**
   * Line 4 of name and address
   */
  line4?: string;
  /**
   * Line 5 of name and address
   */
  line5?: string;
  /**
   * Name
   */
  name?: string;
  /**
   * Name, part 2
   */
  name2?: string;
  /**
   * Name, part 3
   */
  name3?: string;
  /**
   * Name, part 4
   */
  name4?: string;
  /**
   * Name, part 5
   */
  name5?: string;
  /**
   * Order of the parts of the name
   */
  nameFormat?: string;
  /**
   * Street
   */
  street?: string;
  /**
   * Street, line 2
   */
  street2?: string;
  /**
   * Street, line 3
   */
  street3?: string;
  /**
   * Street, line 4
   */
  street4?: string;
  /**
   * City
   */
  city?: string;
  /**
   * Region
   */
  region?: string;
  /**
   * Code list of the region
   */
  regionCodeList?: string;
  /**
   * Agency of the region code
   */
  regionAgency?: string;
  /**
   * Name of the region
   */
  regionName?: string;
  /**
   * Postcode
   */
  postcode?: string;
  /**
   * Country
   */
  country?: string;
  /**
   * Contacts
   *
   * @minItems 1
   * @maxItems 9999
   */
  contacts?: Contact[];
  /**
   * Communication
   *
   * @minItems 1
   * @maxItems 9999
   */
  communications?: EdiCommunication[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
}
/**
 * Numbers under which somebody can be reached
 */
export interface EdiCommunication {
  /**
   * Number or address
   */
  number?: string;
  /**
   * Channel: TE telephone, FX fax, EM mail …
   */
  channel?: string;
  /**
   * Second number
   */
  number2?: string;
  /**
   * Channel of the second
   */
  channel2?: string;
  /**
   * Third number
   */
  number3?: string;
  /**
   * Channel of the third
   */
  channel3?: string;
}
/**
 * A reference with its kind
 */
export interface NumberedReference {
  /**
   * Kind of reference (1153)
   */
  kind?: string;
  /**
   * Number
   */
  number?: string;
  /**
   * Line
   */
  line?: string;
  /**
   * Version (4000, 1056)
   */
  revision?: string;
  /**
   * Times of the reference
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
}
/**
 * A means of transport on a journey
 */
export interface EdiJourney {
  /**
   * Stage: 20 main carriage, 10 before it, 30 after it …
   */
  stage?: string;
  /**
   * Voyage, flight or trip number
   */
  voyage?: string;
  /**
   * Mode of transport (1 sea, 2 rail, 3 road, 4 air …)
   */
  mode?: string;
  /**
   * Mode of transport in words
   */
  modeName?: string;
  /**
   * Type of the means of transport
   */
  meansType?: string;
  /**
   * Code list, or description in old releases
   */
  meansTypeCodeList?: string;
  /**
   * Agency of the code list
   */
  meansTypeAgency?: string;
  /**
   * Type of the means in words
   */
  meansTypeDescription?: string;
  /**
   * Carrier
   */
  carrier?: string;
  /**
   * Code list of the carrier
   */
  carrierCodeList?: string;
  /**
   * Agency of the carrier code
   */
  carrierAgency?: string;
  /**
   * Name of the carrier
   */
  carrierName?: string;
  /**
   * Direction
   */
  direction?: string;
  /**
   * Reason of excess transport
   */
  excessReason?: string;
  /**
   * Responsibility for excess transport
   */
  excessResponsibility?: string;
  /**
   * Authorisation of excess transport
   */
  excessAuthorisation?: string;
  /**
   * Identification of the means: IMO number, call sign, registration
   */
  id?: string;
  /**
   * Code list of the identification
   */
  idCodeList?: string;
  /**
   * Agency of the identification
   */
  idAgency?: string;
  /**
   * Name of the means
   */
  name?: string;
  /**
   * Nationality of the means
   */
  nationality?: string;
  /**
   * Ownership
   */
  ownership?: string;
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  places?: EdiPlaceOfJourney[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Measurements
   *
   * @minItems 1
   * @maxItems 9999
   */
  measurements?: Measurement[];
  /**
   * Places of transport
   *
   * @minItems 1
   * @maxItems 9999
   */
  transportPlaces?: EdiParty[];
  /**
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
  /**
   * Places on other means
   *
   * @minItems 1
   * @maxItems 9999
   */
  transfers?: EdiPlaceOfTransport[];
}
/**
 * A place of a journey
 */
export interface EdiPlaceOfJourney {
  /**
   * What happens there: 125 last departure, 87 first arrival, 92 on the way …
   */
  function?: string;
  /**
   * Code
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Name
   */
  name?: string;
  terminal?: Place;
  subPlace?: Place;
  /**
   * Relation
   */
  relation?: string;
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * Quantities
   *
   * @minItems 1
   * @maxItems 9999
   */
  quantities?: EdiQuantity[];
  /**
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
  /**
   * Measurements
   *
   * @minItems 1
   * @maxItems 9999
   */
  measurements?: Measurement[];
  /**
   * Purposes of the call
   *
   * @minItems 1
   * @maxItems 9999
   */
  purposes?: EdiPurposeOfCall[];
  /**
   * Parties
   *
   * @minItems 1
   * @maxItems 9999
   */
  parties?: EdiParty[];
  /**
   * States
   *
   * @minItems 1
   * @maxItems 9999
   */
  statuses?: EdiStatus[];
}
/**
 * A quantity of some kind
 */
export interface EdiQuantity {
  /**
   * Kind of quantity
   */
  kind?: string;
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
 * Purpose of a call
 */
export interface EdiPurposeOfCall {
  /**
   * Code
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * In words
   */
  name?: string;
}
/**
 * A state
 */
export interface EdiStatus {
  /**
   * Category
   */
  category?: string;
  /**
   * State
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * State in words
   */
  name?: string;
  /**
   * Reason
   */
  reason?: string;
  /**
   * Reason in words
   */
  reasonName?: string;
}
/**
 * A place on a means of transport
 */
export interface EdiPlaceOfTransport {
  /**
   * Identification of the means
   */
  id?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Name of the means
   */
  name?: string;
  /**
   * Nationality
   */
  nationality?: string;
}
/**
 * Packages
 */
export interface EdiPackage {
  /**
   * Number of packages
   */
  packages?: string;
  /**
   * Level of packaging
   */
  level?: string;
  /**
   * Related information
   */
  related?: string;
  /**
   * Terms and conditions
   */
  terms?: string;
  /**
   * Type of packages
   */
  type?: string;
  /**
   * Code list
   */
  typeCodeList?: string;
  /**
   * Agency of the code list
   */
  typeAgency?: string;
  /**
   * Type in words
   */
  typeName?: string;
  /**
   * Format of the description
   */
  descriptionFormat?: string;
  /**
   * Description
   */
  description?: string;
  /**
   * Kind of number
   */
  descriptionCode?: string;
  /**
   * Description, continued
   */
  description2?: string;
  /**
   * Who pays the freight back
   */
  returnFreight?: string;
  /**
   * Load on return
   */
  returnLoad?: string;
  /**
   * Marks and labels
   *
   * @minItems 1
   * @maxItems 9999
   */
  marks?: EdiMarks[];
}
/**
 * Marks and labels
 */
export interface EdiMarks {
  /**
   * Instruction on marking
   */
  instruction?: string;
  /**
   * Marks
   */
  text?: string;
  /**
   * Marks, line 2
   */
  text2?: string;
  /**
   * Marks, line 3
   */
  text3?: string;
  /**
   * Marks, line 4
   */
  text4?: string;
  /**
   * Marks, line 5
   */
  text5?: string;
  /**
   * Marks, line 6
   */
  text6?: string;
  /**
   * Marks, line 7
   */
  text7?: string;
  /**
   * Marks, line 8
   */
  text8?: string;
  /**
   * Marks, line 9
   */
  text9?: string;
  /**
   * Marks, line 10
   */
  text10?: string;
  /**
   * Container full or empty
   */
  fullness?: string;
  /**
   * Type of marking
   */
  type?: string;
  /**
   * Code list
   */
  typeCodeList?: string;
  /**
   * Agency of the code list
   */
  typeAgency?: string;
  /**
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
}
/**
 * An amount of money with rates of exchange
 */
export interface EdiExchangedAmount {
  /**
   * Kind of amount
   */
  kind?: string;
  /**
   * Amount
   */
  value?: string;
  /**
   * Currency
   */
  currency?: string;
  /**
   * What the currency is used for
   */
  currencyUse?: string;
  /**
   * Status
   */
  status?: string;
  /**
   * Rates of exchange
   *
   * @minItems 1
   * @maxItems 9999
   */
  exchange?: EdiCurrency[];
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
}
/**
 * Currencies and rate
 */
export interface EdiCurrency {
  /**
   * What the currency is used for
   */
  use?: string;
  /**
   * Currency
   */
  currency?: string;
  /**
   * Qualifier
   */
  qualifier?: string;
  /**
   * Rate base
   */
  base?: string;
  /**
   * What the target currency is used for
   */
  targetUse?: string;
  /**
   * Target currency
   */
  target?: string;
  /**
   * Qualifier of the target currency
   */
  targetQualifier?: string;
  /**
   * Rate base of the target currency
   */
  targetBase?: string;
  /**
   * Rate of exchange
   */
  rate?: string;
  /**
   * Market
   */
  market?: string;
}
/**
 * An amount of money
 */
export interface EdiAmount {
  /**
   * Kind of amount
   */
  kind?: string;
  /**
   * Amount
   */
  value?: string;
  /**
   * Currency
   */
  currency?: string;
  /**
   * What the currency is used for
   */
  currencyUse?: string;
  /**
   * Status
   */
  status?: string;
}
/**
 * A description
 */
export interface EdiDescription {
  /**
   * Form of the description
   */
  form?: string;
  /**
   * Characteristic
   */
  characteristic?: string;
  /**
   * Code
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Description
   */
  text?: string;
  /**
   * Description, continued
   */
  text2?: string;
  /**
   * Surface or layer
   */
  surface?: string;
  /**
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
}
/**
 * A document that is referred to
 */
export interface EdiDocument {
  /**
   * Kind of document
   */
  kind?: string;
  /**
   * Code list
   */
  kindCodeList?: string;
  /**
   * Agency of the code list
   */
  kindAgency?: string;
  /**
   * Name
   */
  kindName?: string;
  /**
   * Number
   */
  number?: string;
  /**
   * Status
   */
  status?: string;
  /**
   * Source
   */
  source?: string;
  /**
   * Language
   */
  language?: string;
  /**
   * Version
   */
  version?: string;
  /**
   * Revision
   */
  revision?: string;
  /**
   * Channel of communication
   */
  channel?: string;
  /**
   * Copies
   */
  copies?: string;
  /**
   * Originals
   */
  originals?: string;
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  locations?: OtherLocation[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Parties
   *
   * @minItems 1
   * @maxItems 9999
   */
  parties?: EdiParty[];
}
/**
 * Terms of delivery
 */
export interface EdiTerms {
  /**
   * What is told
   */
  function?: string;
  /**
   * Way of payment of transport charges
   */
  payment?: string;
  /**
   * Terms of delivery
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Terms in words
   */
  description?: string;
  /**
   * Terms in words, continued
   */
  description2?: string;
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  locations?: OtherLocation[];
  /**
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
}
/**
 * Nature of goods
 */
export interface EdiNature {
  /**
   * Nature of the goods
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Group of products
   */
  group?: string;
  /**
   * Code list of the group
   */
  groupCodeList?: string;
  /**
   * Agency of the group
   */
  groupAgency?: string;
  /**
   * Group in words
   */
  groupName?: string;
  /**
   * Remarks
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
}
/**
 * A percentage
 */
export interface EdiPercentage {
  /**
   * Kind of percentage
   */
  kind?: string;
  /**
   * Percentage
   */
  value?: string;
  /**
   * Basis
   */
  basis?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Status
   */
  status?: string;
}
/**
 * A duty, tax or fee
 */
export interface EdiTax {
  /**
   * Duty, tax or fee: what is told of it
   */
  function?: string;
  /**
   * Type of duty, tax or fee
   */
  type?: string;
  /**
   * Code list
   */
  typeCodeList?: string;
  /**
   * Agency of the code list
   */
  typeAgency?: string;
  /**
   * Name
   */
  typeName?: string;
  /**
   * Account
   */
  account?: string;
  /**
   * Code list
   */
  accountCodeList?: string;
  /**
   * Agency of the code list
   */
  accountAgency?: string;
  /**
   * Basis of assessment
   */
  basis?: string;
  /**
   * Rate identification
   */
  rateId?: string;
  /**
   * Code list
   */
  rateIdCodeList?: string;
  /**
   * Agency of the code list
   */
  rateIdAgency?: string;
  /**
   * Rate
   */
  rate?: string;
  /**
   * Basis of the rate
   */
  rateBasis?: string;
  /**
   * Code list
   */
  rateBasisCodeList?: string;
  /**
   * Agency of the code list
   */
  rateBasisAgency?: string;
  /**
   * Category
   */
  category?: string;
  /**
   * Tax number of the party
   */
  taxNumber?: string;
  /**
   * Order of calculation
   */
  sequence?: string;
  /**
   * Basis of the date
   */
  basisDate?: string;
  /**
   * Amounts
   *
   * @minItems 1
   * @maxItems 9999
   */
  amounts?: EdiAmount[];
  /**
   * Indicators
   *
   * @minItems 1
   * @maxItems 9999
   */
  indicators?: EdiIndicator[];
  /**
   * General indicators
   *
   * @minItems 1
   * @maxItems 9999
   */
  generalIndicators?: EdiIndicator[];
  /**
   * Measurements
   *
   * @minItems 1
   * @maxItems 9999
   */
  measurements?: Measurement[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  locations?: OtherLocation[];
}
/**
 * An indicator of processing
 */
export interface EdiIndicator {
  /**
   * What the indicator is about
   */
  qualifier?: string;
  /**
   * Code
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Description
   */
  description?: string;
  /**
   * Type of processing
   */
  type?: string;
}
/**
 * A quantity that differs
 */
export interface EdiQuota {
  /**
   * Difference
   */
  difference?: string;
  /**
   * Kind of quantity
   */
  kind?: string;
  /**
   * Nature of the discrepancy
   */
  discrepancy?: string;
  /**
   * Reason
   */
  reason?: string;
  /**
   * Code list
   */
  reasonCodeList?: string;
  /**
   * Agency of the code list
   */
  reasonAgency?: string;
  /**
   * Reason in words
   */
  reasonName?: string;
  /**
   * Quantities
   *
   * @minItems 1
   * @maxItems 9999
   */
  quantities?: EdiQuantity[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
}
/**
 * The message that the document came in, and its envelope
 */
export interface EdiMessage {
  /**
   * Sender of the interchange
   */
  sender?: string;
  /**
   * What the sender code is
   */
  senderQualifier?: string;
  /**
   * Recipient of the interchange
   */
  recipient?: string;
  /**
   * What the recipient code is
   */
  recipientQualifier?: string;
  /**
   * Date of preparation
   */
  preparedDate?: string;
  /**
   * Time of preparation, HHMM as received
   */
  preparedTime?: string;
  /**
   * Reference of the interchange
   */
  interchangeReference?: string;
  /**
   * Application reference
   */
  application?: string;
  /**
   * 1: a test
   */
  test?: string;
  /**
   * Syntax identifier
   */
  syntax?: string;
  /**
   * Syntax version
   */
  syntaxVersion?: string;
  /**
   * Reference of the message
   */
  reference?: string;
  /**
   * Version of the message type
   */
  version?: string;
  /**
   * Release of the message type
   */
  release?: string;
  /**
   * Controlling agency
   */
  agency?: string;
  /**
   * Code of the implementation
   */
  association?: string;
  /**
   * Common access reference
   */
  accessReference?: string;
  /**
   * Name of the report (1001)
   */
  nameCode?: string;
  /**
   * Name of the report in words
   */
  name?: string;
  /**
   * Number of the report
   */
  number?: string;
  /**
   * original, cancellation, addition, deletion, change or replacement; other codes as received
   */
  function?: string;
  /**
   * Response wanted (4343)
   */
  response?: string;
  /**
   * Number of containers as the message states it
   */
  containerCount?: string;
  /**
   * Times of the message
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * References of the message
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
  /**
   * Free texts of the message
   *
   * @minItems 1
   * @maxItems 9999
   */
  remarks?: Remark[];
  /**
   * Contacts
   *
   * @minItems 1
   * @maxItems 99
   */
  contacts?: Contact[];
  /**
   * Communication numbers
   *
   * @minItems 1
   * @maxItems 99
   */
  communications?: Communication[];
  /**
   * Processing priority (0029)
   */
  priority?: string;
  /**
   * Interchange agreement (0032)
   */
  agreement?: string;
  /**
   * Section mark before the details (0081)
   */
  section?: string;
  /**
   * Status of the report (1373)
   */
  status?: string;
  /**
   * Internal address of the sender
   */
  senderInternal?: string;
  /**
   * Internal address of the recipient
   */
  recipientInternal?: string;
  /**
   * Reference or password of the recipient
   */
  recipientPassword?: string;
  /**
   * Whether an acknowledgement is asked for
   */
  acknowledgement?: string;
  /**
   * Group of messages that it came in
   */
  group?: {
    /**
     * Type of the messages
     */
    type?: string;
    /**
     * Sender
     */
    sender?: string;
    /**
     * Qualifier of the sender
     */
    senderQualifier?: string;
    /**
     * Recipient
     */
    recipient?: string;
    /**
     * Qualifier of the recipient
     */
    recipientQualifier?: string;
    /**
     * Date of preparation as stated
     */
    preparedDate?: string;
    /**
     * Time of preparation
     */
    preparedTime?: string;
    /**
     * Reference of the group
     */
    reference?: string;
    /**
     * Agency of the message type
     */
    agency?: string;
    /**
     * Version of the message type
     */
    version?: string;
    /**
     * Release of the message type
     */
    release?: string;
    /**
     * Code of the association
     */
    association?: string;
  };
  /**
   * Number of this part of a transfer
   */
  transferSequence?: string;
  /**
   * First or last part of a transfer
   */
  transferStatus?: string;
  /**
   * Code list of the name
   */
  nameCodeList?: string;
  /**
   * Agency of the name
   */
  nameAgency?: string;
  /**
   * Version of the document
   */
  numberVersion?: string;
  /**
   * Revision of the document
   */
  numberRevision?: string;
  /**
   * Control totals
   *
   * @minItems 1
   * @maxItems 9999
   */
  counts?: EdiCount[];
  /**
   * Places
   *
   * @minItems 1
   * @maxItems 9999
   */
  locations?: OtherLocation[];
  /**
   * When the message was prepared, where it says so in one
   */
  preparedAt?: string;
}
/**
 * A control total
 */
export interface EdiCount {
  /**
   * What is counted
   */
  kind?: string;
  /**
   * Count
   */
  value?: string;
  /**
   * Unit
   */
  unit?: string;
}
/**
 * Customs codes
 */
export interface EdiClassification {
  /**
   * Number of the goods item
   */
  number?: string;
  /**
   * Customs code
   */
  code?: string;
  /**
   * Code list
   */
  codeList?: string;
  /**
   * Agency of the code list
   */
  agency?: string;
  /**
   * Customs code 2
   */
  code2?: string;
  /**
   * Code list
   */
  codeList2?: string;
  /**
   * Agency of the code list
   */
  agency2?: string;
  /**
   * Customs code 3
   */
  code3?: string;
  /**
   * Code list
   */
  codeList3?: string;
  /**
   * Agency of the code list
   */
  agency3?: string;
  /**
   * Customs code 4
   */
  code4?: string;
  /**
   * Code list
   */
  codeList4?: string;
  /**
   * Agency of the code list
   */
  agency4?: string;
  /**
   * Customs code 5
   */
  code5?: string;
  /**
   * Code list
   */
  codeList5?: string;
  /**
   * Agency of the code list
   */
  agency5?: string;
}
/**
 * A financial institution and account
 */
export interface EdiAccount {
  /**
   * Role of the account
   */
  role?: string;
  /**
   * Account
   */
  number?: string;
  /**
   * Holder
   */
  holder?: string;
  /**
   * Holder, continued
   */
  holder2?: string;
  /**
   * Currency
   */
  currency?: string;
  /**
   * Institution
   */
  institution?: string;
  /**
   * Code list
   */
  institutionCodeList?: string;
  /**
   * Agency of the code list
   */
  institutionAgency?: string;
  /**
   * Branch
   */
  branch?: string;
  /**
   * Code list
   */
  branchCodeList?: string;
  /**
   * Agency of the code list
   */
  branchAgency?: string;
  /**
   * Name of the institution
   */
  institutionName?: string;
  /**
   * Place of the institution
   */
  place?: string;
  /**
   * Country
   */
  country?: string;
}
/**
 * Transport equipment
 */
export interface EdiEquipment {
  /**
   * Type of equipment
   */
  equipmentType?: string;
  /**
   * Number
   */
  number?: string;
  /**
   * Code list
   */
  numberCodeList?: string;
  /**
   * Agency of the code list
   */
  numberAgency?: string;
  /**
   * Country
   */
  country?: string;
  /**
   * Size and type
   */
  sizeType?: string;
  /**
   * Code list
   */
  sizeTypeCodeList?: string;
  /**
   * Agency of the code list
   */
  sizeTypeAgency?: string;
  /**
   * Size and type in words
   */
  sizeTypeDescription?: string;
  /**
   * Supplier
   */
  supplier?: string;
  /**
   * Status: export, import, transhipment …
   */
  tradeStatus?: string;
  /**
   * Full or empty
   */
  fullness?: string;
  /**
   * Marking
   */
  marking?: string;
  /**
   * Number of units
   */
  quantity?: string;
  /**
   * Kind of quantity
   */
  quantityKind?: string;
  /**
   * Seals
   *
   * @minItems 1
   * @maxItems 9999
   */
  seals?: Seal[];
}
/**
 * A seal
 */
export interface Seal {
  /**
   * Seal number
   */
  number?: string;
  /**
   * Who sealed (9303)
   */
  issuer?: string;
  /**
   * Code list that the code is from (1131)
   */
  issuerCodeList?: string;
  /**
   * Agency of the code list (3055)
   */
  issuerAgency?: string;
  /**
   * Who sealed, in words
   */
  issuerName?: string;
  /**
   * Condition (4517)
   */
  condition?: string;
}
/**
 * A product identification
 */
export interface ProductId {
  /**
   * Function (4347)
   */
  function?: string;
  /**
   * Identification
   */
  code?: string;
  /**
   * Kind (7143)
   */
  type?: string;
}
/**
 * Authentication
 */
export interface EdiAuthentication {
  /**
   * Result of validation
   */
  result?: string;
  /**
   * Identification of the key
   */
  key?: string;
  /**
   * Times
   *
   * @minItems 1
   * @maxItems 9999
   */
  times?: Moment[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 9999
   */
  references?: NumberedReference[];
}
