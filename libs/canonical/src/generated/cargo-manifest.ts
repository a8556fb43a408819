/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * A cargo manifest: the consignments of one voyage, as declared before arrival or loading.
 */
export interface CargoManifest {
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
   *
   * Items: A consignment under one transport document
   */
  consignments?: {
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
    /**
     * Number of the consignment in the manifest
     */
    number?: string;
    /**
     * Number of its document
     */
    documentNumber?: string;
    /**
     * Status of the document
     */
    documentStatus?: string;
    /**
     * Source of the document
     */
    documentSource?: string;
    /**
     * Language
     */
    documentLanguage?: string;
    /**
     * Version
     */
    documentVersion?: string;
    /**
     * Load status
     */
    loadStatus?: string;
    /**
     * Totals
     *
     * @minItems 1
     * @maxItems 9999
     */
    counts?: EdiCount[];
    /**
     * What is told of the consignment under each reference
     *
     * @minItems 1
     * @maxItems 9999
     */
    details?: {
      /**
       * Kind of reference: BM bill of lading …
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
       * Totals
       *
       * @minItems 1
       * @maxItems 9999
       */
      counts?: EdiCount[];
      /**
       * Amounts
       *
       * @minItems 1
       * @maxItems 9999
       */
      amounts?: EdiAmount[];
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
       * Currencies
       *
       * @minItems 1
       * @maxItems 9999
       */
      currencies?: EdiCurrency[];
      /**
       * Charges
       *
       * @minItems 1
       * @maxItems 9999
       */
      charges?: EdiCharge[];
      /**
       * Means of transport and their journeys
       *
       * @minItems 1
       * @maxItems 9999
       */
      journeys?: EdiJourney[];
      /**
       * Parties
       *
       * @minItems 1
       * @maxItems 9999
       */
      parties?: EdiParty[];
      /**
       * Quantities
       *
       * @minItems 1
       * @maxItems 9999
       */
      quantities?: {
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
        /**
         * Remarks
         *
         * @minItems 1
         * @maxItems 9999
         */
        remarks?: Remark[];
      }[];
      /**
       * Goods items as stated
       *
       * @minItems 1
       * @maxItems 9999
       */
      goods?: {
        /**
         * Number of the goods item
         */
        number?: string;
        /**
         * Number of packages
         */
        packages?: string;
        /**
         * Type of packages
         */
        packageType?: string;
        /**
         * Code list
         */
        packageTypeCodeList?: string;
        /**
         * Agency of the code list
         */
        packageTypeAgency?: string;
        /**
         * Type in words
         */
        packageTypeName?: string;
        /**
         * Related information
         */
        packageRelated?: string;
        /**
         * Number of packages 2
         */
        packages2?: string;
        /**
         * Type of packages 2
         */
        packageType2?: string;
        /**
         * Code list
         */
        packageTypeCodeList2?: string;
        /**
         * Agency of the code list
         */
        packageTypeAgency2?: string;
        /**
         * Type in words
         */
        packageTypeName2?: string;
        /**
         * Related information
         */
        packageRelated2?: string;
        /**
         * Number of packages 3
         */
        packages3?: string;
        /**
         * Type of packages 3
         */
        packageType3?: string;
        /**
         * Code list
         */
        packageTypeCodeList3?: string;
        /**
         * Agency of the code list
         */
        packageTypeAgency3?: string;
        /**
         * Type in words
         */
        packageTypeName3?: string;
        /**
         * Related information
         */
        packageRelated3?: string;
        /**
         * Number of packages 4
         */
        packages4?: string;
        /**
         * Type of packages 4
         */
        packageType4?: string;
        /**
         * Code list
         */
        packageTypeCodeList4?: string;
        /**
         * Agency of the code list
         */
        packageTypeAgency4?: string;
        /**
         * Type in words
         */
        packageTypeName4?: string;
        /**
         * Related information
         */
        packageRelated4?: string;
        /**
         * Number of packages 5
         */
        packages5?: string;
        /**
         * Type of packages 5
         */
        packageType5?: string;
        /**
         * Code list
         */
        packageTypeCodeList5?: string;
        /**
         * Agency of the code list
         */
        packageTypeAgency5?: string;
        /**
         * Type in words
         */
        packageTypeName5?: string;
        /**
         * Related information
         */
        packageRelated5?: string;
        /**
         * Packaging
         *
         * @minItems 1
         * @maxItems 9999
         */
        packaging?: EdiPackage[];
        /**
         * Handling
         *
         * @minItems 1
         * @maxItems 9999
         */
        handling?: Handling[];
        /**
         * Descriptions and remarks
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
         * Amounts
         *
         * @minItems 1
         * @maxItems 9999
         */
        amounts?: EdiAmount[];
        /**
         * Equipment that the goods are in
         *
         * @minItems 1
         * @maxItems 9999
         */
        equipment?: EdiSplit[];
        /**
         * Dangerous goods
         *
         * @minItems 1
         * @maxItems 9999
         */
        dangerousGoods?: DangerousGoods[];
        /**
         * Marks and labels
         *
         * @minItems 1
         * @maxItems 9999
         */
        marks?: EdiMarks[];
        /**
         * Customs codes
         *
         * @minItems 1
         * @maxItems 9999
         */
        classifications?: EdiClassification[];
        /**
         * Places
         *
         * @minItems 1
         * @maxItems 9999
         */
        locations?: OtherLocation[];
        /**
         * Kind of movement
         *
         * @minItems 1
         * @maxItems 9999
         */
        movements?: MovementType[];
        /**
         * Indicators with documents
         *
         * @minItems 1
         * @maxItems 9999
         */
        indicators?: {
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
           * Times
           *
           * @minItems 1
           * @maxItems 9999
           */
          times?: Moment[];
          /**
           * Documents
           *
           * @minItems 1
           * @maxItems 9999
           */
          documents?: EdiDocument[];
          /**
           * Packaging
           *
           * @minItems 1
           * @maxItems 9999
           */
          packaging?: EdiPackage[];
          /**
           * Measurements
           *
           * @minItems 1
           * @maxItems 9999
           */
          measurements?: Measurement[];
        }[];
        /**
         * Indicators with documents
         *
         * @minItems 1
         * @maxItems 9999
         */
        processing?: {
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
           * Times
           *
           * @minItems 1
           * @maxItems 9999
           */
          times?: Moment[];
          /**
           * Documents
           *
           * @minItems 1
           * @maxItems 9999
           */
          documents?: EdiDocument[];
          /**
           * Packaging
           *
           * @minItems 1
           * @maxItems 9999
           */
          packaging?: EdiPackage[];
          /**
           * Measurements
           *
           * @minItems 1
           * @maxItems 9999
           */
          measurements?: Measurement[];
        }[];
        /**
         * Quantities
         *
         * @minItems 1
         * @maxItems 9999
         */
        quantities?: {
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
          /**
           * Remarks
           *
           * @minItems 1
           * @maxItems 9999
           */
          remarks?: Remark[];
        }[];
      }[];
    }[];
    /**
     * Load sequence (1312)
     */
    loadSequence?: string;
    /**
     * Contact
     *
     * @minItems 1
     * @maxItems 99
     */
    contacts?: Contact[];
    /**
     * Time
     *
     * @minItems 1
     * @maxItems 99
     */
    times?: Moment[];
    /**
     * Service
     *
     * @minItems 1
     * @maxItems 99
     */
    services?: EdiServiceRequirement[];
    /**
     * Amount
     *
     * @minItems 1
     * @maxItems 99
     */
    amounts?: EdiAmount[];
    /**
     * Text
     *
     * @minItems 1
     * @maxItems 99
     */
    texts?: Remark[];
    /**
     * Nature of the goods
     *
     * @minItems 1
     * @maxItems 99
     */
    goodsNature?: GoodsNature[];
    /**
     * Place with its times
     *
     * @minItems 1
     * @maxItems 99
     */
    places?: EdiPlaceOfJourney[];
    /**
     * Terms of delivery
     *
     * @minItems 1
     * @maxItems 99
     *
     * Items: Terms of delivery
     */
    terms?: {
      /**
       * Function of the terms (4055)
       */
      function?: string;
      /**
       * Method of payment of charges (4215)
       */
      payment?: string;
      /**
       * Terms of delivery (4053)
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
       * Terms in words
       */
      description?: string;
      /**
       * Terms in words, continued
       */
      description2?: string;
      /**
       * Place
       *
       * @minItems 1
       * @maxItems 99
       */
      locations?: OtherLocation[];
    }[];
    /**
     * Reference
     *
     * @minItems 1
     * @maxItems 999
     */
    references?: NumberedReference[];
    /**
     * How charges are paid
     *
     * @minItems 1
     * @maxItems 99
     *
     * Items: How charges are paid
     */
    payments?: {
      /**
       * Category of charges (5237)
       */
      category?: string;
      /**
       * Method of payment (4215)
       */
      method?: string;
      /**
       * Prepaid or collect (4237)
       */
      prepaid?: string;
    }[];
    /**
     * A transport before, during or after the main one
     *
     * @minItems 1
     * @maxItems 99
     */
    journeys?: EdiJourney[];
    /**
     * Organisation
     *
     * @minItems 1
     * @maxItems 99
     */
    parties?: EdiParty[];
    /**
     * Goods as the message tells of them
     *
     * @minItems 1
     * @maxItems 99999
     */
    goods?: {
      /**
       * Number of the goods item
       */
      number?: string;
      /**
       * Number of packages
       */
      packages?: string;
      /**
       * Type of packages
       */
      packageType?: string;
      /**
       * Code list
       */
      packageTypeCodeList?: string;
      /**
       * Agency of the code list
       */
      packageTypeAgency?: string;
      /**
       * Type in words
       */
      packageTypeName?: string;
      /**
       * Related information
       */
      packageRelated?: string;
      /**
       * Number of packages 2
       */
      packages2?: string;
      /**
       * Type of packages 2
       */
      packageType2?: string;
      /**
       * Code list
       */
      packageTypeCodeList2?: string;
      /**
       * Agency of the code list
       */
      packageTypeAgency2?: string;
      /**
       * Type in words
       */
      packageTypeName2?: string;
      /**
       * Related information
       */
      packageRelated2?: string;
      /**
       * Number of packages 3
       */
      packages3?: string;
      /**
       * Type of packages 3
       */
      packageType3?: string;
      /**
       * Code list
       */
      packageTypeCodeList3?: string;
      /**
       * Agency of the code list
       */
      packageTypeAgency3?: string;
      /**
       * Type in words
       */
      packageTypeName3?: string;
      /**
       * Related information
       */
      packageRelated3?: string;
      /**
       * Number of packages 4
       */
      packages4?: string;
      /**
       * Type of packages 4
       */
      packageType4?: string;
      /**
       * Code list
       */
      packageTypeCodeList4?: string;
      /**
       * Agency of the code list
       */
      packageTypeAgency4?: string;
      /**
       * Type in words
       */
      packageTypeName4?: string;
      /**
       * Related information
       */
      packageRelated4?: string;
      /**
       * Number of packages 5
       */
      packages5?: string;
      /**
       * Type of packages 5
       */
      packageType5?: string;
      /**
       * Code list
       */
      packageTypeCodeList5?: string;
      /**
       * Agency of the code list
       */
      packageTypeAgency5?: string;
      /**
       * Type in words
       */
      packageTypeName5?: string;
      /**
       * Related information
       */
      packageRelated5?: string;
      /**
       * Packaging
       *
       * @minItems 1
       * @maxItems 9999
       */
      packaging?: EdiPackage[];
      /**
       * Handling
       *
       * @minItems 1
       * @maxItems 9999
       */
      handling?: Handling[];
      /**
       * Descriptions and remarks
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
       * Amounts
       *
       * @minItems 1
       * @maxItems 9999
       */
      amounts?: EdiAmount[];
      /**
       * Equipment that the goods are in
       *
       * @minItems 1
       * @maxItems 9999
       */
      equipment?: EdiSplit[];
      /**
       * Dangerous goods
       *
       * @minItems 1
       * @maxItems 9999
       */
      dangerousGoods?: DangerousGoods[];
      /**
       * Marks and labels
       *
       * @minItems 1
       * @maxItems 9999
       */
      marks?: EdiMarks[];
      /**
       * Customs codes
       *
       * @minItems 1
       * @maxItems 9999
       */
      classifications?: EdiClassification[];
      /**
       * Places
       *
       * @minItems 1
       * @maxItems 9999
       */
      locations?: OtherLocation[];
      /**
       * Kind of movement
       *
       * @minItems 1
       * @maxItems 9999
       */
      movements?: MovementType[];
      /**
       * Indicators with documents
       *
       * @minItems 1
       * @maxItems 9999
       */
      indicators?: {
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
         * Times
         *
         * @minItems 1
         * @maxItems 9999
         */
        times?: Moment[];
        /**
         * Documents
         *
         * @minItems 1
         * @maxItems 9999
         */
        documents?: EdiDocument[];
        /**
         * Packaging
         *
         * @minItems 1
         * @maxItems 9999
         */
        packaging?: EdiPackage[];
        /**
         * Measurements
         *
         * @minItems 1
         * @maxItems 9999
         */
        measurements?: Measurement[];
      }[];
      /**
       * Indicators with documents
       *
       * @minItems 1
       * @maxItems 9999
       */
      processing?: {
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
         * Times
         *
         * @minItems 1
         * @maxItems 9999
         */
        times?: Moment[];
        /**
         * Documents
         *
         * @minItems 1
         * @maxItems 9999
         */
        documents?: EdiDocument[];
        /**
         * Packaging
         *
         * @minItems 1
         * @maxItems 9999
         */
        packaging?: EdiPackage[];
        /**
         * Measurements
         *
         * @minItems 1
         * @maxItems 9999
         */
        measurements?: Measurement[];
      }[];
      /**
       * Quantities
       *
       * @minItems 1
       * @maxItems 9999
       */
      quantities?: {
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
        /**
         * Remarks
         *
         * @minItems 1
         * @maxItems 9999
         */
        remarks?: Remark[];
      }[];
      temperature?: Temperature;
      /**
       * Product identification
       *
       * @minItems 1
       * @maxItems 99
       */
      productIds?: ProductId[];
      /**
       * Organisation
       *
       * @minItems 1
       * @maxItems 99
       */
      parties?: EdiParty[];
      /**
       * Nature of the goods
       *
       * @minItems 1
       * @maxItems 99
       */
      goodsNature?: GoodsNature[];
      /**
       * Dimension
       *
       * @minItems 1
       * @maxItems 99
       */
      dimensions?: Dimension[];
      /**
       * Reference
       *
       * @minItems 1
       * @maxItems 99
       */
      references?: NumberedReference[];
    }[];
    /**
     * Equipment of the consignment
     *
     * @minItems 1
     * @maxItems 9999
     *
     * Items: Equipment of the consignment
     */
    equipment?: {
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
       * How many of them
       */
      quantity?: string;
      /**
       * What the number is for (6065)
       */
      quantityKind?: string;
      /**
       * Measurement
       *
       * @minItems 1
       * @maxItems 99
       */
      measurements?: Measurement[];
      /**
       * Dimension
       *
       * @minItems 1
       * @maxItems 99
       */
      dimensions?: Dimension[];
      /**
       * Seal
       *
       * @minItems 1
       * @maxItems 99
       */
      seals?: Seal[];
      /**
       * Handling instruction
       *
       * @minItems 1
       * @maxItems 99
       */
      handling?: Handling[];
      temperature?: Temperature;
      /**
       * Text
       *
       * @minItems 1
       * @maxItems 99
       */
      remarks?: Remark[];
      /**
       * Organisation
       *
       * @minItems 1
       * @maxItems 99
       */
      parties?: EdiParty[];
      /**
       * Attached equipment
       *
       * @minItems 1
       * @maxItems 99
       */
      attachedEquipment?: AttachedEquipment[];
      /**
       * Dangerous goods of one substance
       *
       * @minItems 1
       * @maxItems 999
       */
      dangerousGoods?: DangerousGoods[];
    }[];
  }[];
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
   * Carrier, by name
   */
  carrierName?: string;
  interchange?: EdiMessage;
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
  /**
   * Means of transport and their journeys
   *
   * @minItems 1
   * @maxItems 9999
   */
  journeys?: EdiJourney[];
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
   * Quantities
   *
   * @minItems 1
   * @maxItems 9999
   */
  quantities?: EdiQuantity[];
  /**
   * Equipment as stated
   *
   * @minItems 1
   * @maxItems 9999
   */
  equipment?: {
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
     * Services
     *
     * @minItems 1
     * @maxItems 9999
     */
    services?: EdiServiceRequirement[];
    /**
     * Measurements
     *
     * @minItems 1
     * @maxItems 9999
     */
    measurements?: Measurement[];
    /**
     * Dimensions
     *
     * @minItems 1
     * @maxItems 9999
     */
    dimensions?: EdiDimension[];
    /**
     * Seals
     *
     * @minItems 1
     * @maxItems 9999
     */
    seals?: Seal[];
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
     * Temperatures
     *
     * @minItems 1
     * @maxItems 9999
     */
    climates?: EdiClimate[];
    /**
     * Handling instruction
     *
     * @minItems 1
     * @maxItems 99
     */
    handling?: Handling[];
    /**
     * Text
     *
     * @minItems 1
     * @maxItems 99
     */
    remarks?: Remark[];
    /**
     * Attached equipment
     *
     * @minItems 1
     * @maxItems 99
     */
    attachedEquipment?: AttachedEquipment[];
    /**
     * Dangerous goods of one substance
     *
     * @minItems 1
     * @maxItems 999
     */
    dangerousGoods?: DangerousGoods[];
    /**
     * Reference
     *
     * @minItems 1
     * @maxItems 99
     */
    references?: NumberedReference[];
  }[];
  /**
   * Authentication
   *
   * @minItems 1
   * @maxItems 9999
   */
  authentications?: EdiAuthentication[];
  /**
   * Amount
   *
   * @minItems 1
   * @maxItems 99
   */
  amounts?: EdiAmount[];
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
 * Payment of a charge
 */
export interface EdiCharge {
  /**
   * Category of charge
   */
  category?: string;
  /**
   * Code list
   */
  categoryCodeList?: string;
  /**
   * Agency of the code list
   */
  categoryAgency?: string;
  /**
   * Way of payment
   */
  method?: string;
  /**
   * Code list
   */
  methodCodeList?: string;
  /**
   * Agency of the code list
   */
  methodAgency?: string;
  /**
   * Prepaid or collect
   */
  prepaid?: string;
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
 * A handling instruction
 */
export interface Handling {
  /**
   * Code (4079)
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
   * In words
   */
  description?: string;
  /**
   * Hazardous material category (7419)
   */
  hazard?: string;
}
/**
 * Goods in one piece of equipment
 */
export interface EdiSplit {
  /**
   * Number of the equipment
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
   * Packages in it
   */
  packages?: string;
}
/**
 * Dangerous goods of one substance
 */
export interface DangerousGoods {
  /**
   * Regulation (8273)
   */
  regulation?: string;
  /**
   * Hazard class
   */
  hazardClass?: string;
  /**
   * Page of the regulation
   */
  hazardPage?: string;
  /**
   * Version of the regulation
   */
  hazardVersion?: string;
  /**
   * UN number
   */
  unNumber?: string;
  /**
   * Flashpoint as text
   */
  flashpointText?: string;
  /**
   * Flashpoint
   */
  flashpoint?: string;
  /**
   * Unit of the flashpoint
   */
  flashpointUnit?: string;
  /**
   * Packing group
   */
  packingGroup?: string;
  /**
   * Emergency procedure
   */
  emsNumber?: string;
  /**
   * Medical first aid guide
   */
  mfagNumber?: string;
  /**
   * Transport emergency card
   */
  tremCard?: string;
  /**
   * Placard, upper part
   */
  upperPlacard?: string;
  /**
   * Placard, lower part
   */
  lowerPlacard?: string;
  /**
   * Label 1
   */
  label1?: string;
  /**
   * Label 2
   */
  label2?: string;
  /**
   * Label 3
   */
  label3?: string;
  /**
   * Label 4
   */
  label4?: string;
  /**
   * Packing instruction
   */
  packingInstruction?: string;
  /**
   * Transport category
   */
  transportCategory?: string;
  /**
   * Permission for transport (8211)
   */
  transportPermission?: string;
  /**
   * Texts: technical name and others
   *
   * @minItems 1
   * @maxItems 99
   */
  remarks?: Remark[];
  /**
   * Measurements
   *
   * @minItems 1
   * @maxItems 99
   */
  measurements?: Measurement[];
  /**
   * Attributes
   *
   * @minItems 1
   * @maxItems 99
   */
  attributes?: Attribute[];
  /**
   * Contacts in an emergency
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
   * Tunnel restriction code
   */
  tunnelCode?: string;
  /**
   * Places, such as the position on board
   *
   * @minItems 1
   * @maxItems 99
   */
  locations?: OtherLocation[];
  /**
   * References
   *
   * @minItems 1
   * @maxItems 99
   */
  references?: NumberedReference[];
  /**
   * Containers that the goods are in
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Goods in a container
   */
  equipment?: {
    /**
     * Container or other equipment number
     */
    number?: string;
    /**
     * Number of packages in it
     */
    packages?: string;
    position?: Stowage;
    /**
     * Measurements
     *
     * @minItems 1
     * @maxItems 99
     */
    measurements?: Measurement[];
  }[];
}
/**
 * An attribute
 */
export interface Attribute {
  /**
   * Function (9017)
   */
  function?: string;
  /**
   * Kind (9021)
   */
  type?: string;
  /**
   * Code list that the code is from (1131)
   */
  typeCodeList?: string;
  /**
   * Agency of the code list (3055)
   */
  typeAgency?: string;
  /**
   * Value (9019)
   */
  value?: string;
  /**
   * Code list that the code is from (1131)
   */
  valueCodeList?: string;
  /**
   * Agency of the code list (3055)
   */
  valueAgency?: string;
  /**
   * Value in words
   */
  description?: string;
}
/**
 * Position on board
 */
export interface Stowage {
  /**
   * Cell: bay, row and tier
   */
  cell?: string;
  /**
   * Code list that the code is from (1131)
   */
  codeList?: string;
  /**
   * Agency of the code list (3055)
   */
  agency?: string;
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
 * Terms of the container movement
 */
export interface MovementType {
  /**
   * Terms (8335)
   */
  code?: string;
  /**
   * Terms in words
   */
  description?: string;
  /**
   * Equipment plan
   */
  plan?: string;
  /**
   * Haulage arrangements (8341)
   */
  haulage?: string;
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
 * Requirement of a transport service
 */
export interface EdiServiceRequirement {
  /**
   * Contract and carriage condition
   */
  contract?: string;
  /**
   * Service
   */
  service?: string;
  /**
   * Second service
   */
  service2?: string;
  /**
   * Priority
   */
  priority?: string;
  /**
   * Nature of the goods
   */
  goodsNature?: string;
}
/**
 * Nature of the goods
 */
export interface GoodsNature {
  /**
   * Number of the goods item (1496)
   */
  number?: string;
  /**
   * Code (7085)
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
   * Product group (5389)
   */
  group?: string;
  /**
   * Code list that the code is from (1131)
   */
  groupCodeList?: string;
  /**
   * Agency of the code list (3055)
   */
  groupAgency?: string;
  /**
   * Product group in words
   */
  groupName?: string;
}
/**
 * Transport temperature
 */
export interface Temperature {
  /**
   * Kind (6245)
   */
  kind?: string;
  /**
   * Set temperature
   */
  value?: string;
  /**
   * Unit
   */
  unit?: string;
  /**
   * Kind of range (6167)
   */
  rangeKind?: string;
  /**
   * Unit of the range
   */
  rangeUnit?: string;
  /**
   * Lowest
   */
  minimum?: string;
  /**
   * Highest
   */
  maximum?: string;
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
 * A dimension
 */
export interface Dimension {
  /**
   * Kind (6145)
   */
  kind?: string;
  /**
   * Unit
   */
  unit?: string;
  /**
   * Length
   */
  length?: string;
  /**
   * Width
   */
  width?: string;
  /**
   * Height
   */
  height?: string;
  /**
   * Diameter
   */
  diameter?: string;
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
 * Attached equipment
 */
export interface AttachedEquipment {
  /**
   * Kind (8053)
   */
  type?: string;
  /**
   * Number
   */
  number?: string;
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
 * A dimension
 */
export interface EdiDimension {
  /**
   * Kind
   */
  kind?: string;
  /**
   * Unit
   */
  unit?: string;
  /**
   * Length
   */
  length?: string;
  /**
   * Width
   */
  width?: string;
  /**
   * Height
   */
  height?: string;
}
/**
 * Temperature
 */
export interface EdiClimate {
  /**
   * What the temperature is of
   */
  kind?: string;
  /**
   * Temperature
   */
  value?: string;
  /**
   * Unit
   */
  unit?: string;
  /**
   * Kind of range
   */
  rangeKind?: string;
  /**
   * Unit of the range
   */
  rangeUnit?: string;
  /**
   * Minimum
   */
  minimum?: string;
  /**
   * Maximum
   */
  maximum?: string;
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
