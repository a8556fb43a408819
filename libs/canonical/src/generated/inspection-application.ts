/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * Application for inspection and quarantine of goods that enter or leave: the electronic application (电子报检) of the ECIQ system.
 */
export interface InspectionApplication {
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
     * When the message was made
     */
    sentAt?: string;
    /**
     * Sender
     */
    sender?: string;
    /**
     * Recipient
     */
    recipient?: string;
    /**
     * Category: 11 push, 21 pull
     */
    category?: string;
    /**
     * Version of the message
     */
    version?: string;
    /**
     * Organisation code of the enterprise
     */
    organisationCode?: string;
    /**
     * Signature digest
     */
    signature?: string;
  };
  /**
   * import or export; any other code is kept as received
   */
  direction?: string;
  /**
   * Number that the enterprise gives the application
   */
  enterpriseReference?: string;
  /**
   * Unique identifier that the enterprise gives the application
   */
  enterpriseUuid?: string;
  /**
   * Identifier of the record
   */
  recordId?: string;
  /**
   * Number that inspection gives the application
   */
  applicationNumber?: string;
  /**
   * Related application
   */
  relatedApplicationNumber?: string;
  /**
   * Reason of the relation
   */
  relationReason?: string;
  /**
   * Kind of application
   */
  kind?: string;
  /**
   * When it was applied for
   */
  appliedAt?: string;
  /**
   * Applicant
   */
  applicant?: {
    /**
     * Registration number of the applicant
     */
    code?: string;
    /**
     * Name of the applicant
     */
    name?: string;
    /**
     * Organisation code of the applicant
     */
    organisationCode?: string;
    /**
     * Inspection registration number of the applicant
     */
    registrationCode?: string;
    /**
     * Customs registration number
     */
    customsCode?: string;
    /**
     * Certificate number of the person who applies
     */
    declarantCertificate?: string;
    /**
     * Name of the person who applies
     */
    declarantName?: string;
    /**
     * Contact
     */
    contactName?: string;
    /**
     * Telephone of the contact
     */
    contactPhone?: string;
  };
  /**
   * Consignee
   */
  consignee?: {
    /**
     * Code of the consignee
     */
    code?: string;
    /**
     * Name of the consignee in Chinese
     */
    name?: string;
    /**
     * Name of the consignee in a foreign language
     */
    foreignName?: string;
    /**
     * Address of the consignee
     */
    address?: string;
  };
  /**
   * Consignor
   */
  consignor?: {
    /**
     * Code of the consignor
     */
    code?: string;
    /**
     * Name of the consignor in Chinese
     */
    name?: string;
    /**
     * Name of the consignor in a foreign language
     */
    foreignName?: string;
    /**
     * Address of the consignor
     */
    address?: string;
  };
  applicationOffice?: Place;
  portOffice?: Place;
  certificateOffice?: Place;
  destinationOffice?: Place;
  /**
   * Department that inspects
   */
  inspectionDepartment?: string;
  customsOffice?: Place;
  tradeMode?: Place;
  /**
   * Contract number
   */
  contractNumber?: string;
  /**
   * Invoice number
   */
  invoiceNumber?: string;
  /**
   * Letter of credit
   */
  letterOfCredit?: string;
  tradingCountry?: Place;
  departureCountry?: Place;
  departurePort?: Place;
  stopPort?: Place;
  entryPort?: Place;
  arrivalPort?: Place;
  destination?: Place;
  /**
   * Where the goods are
   */
  goodsPlace?: string;
  /**
   * Transport
   */
  transport?: {
    /**
     * Mode of transport
     */
    mode?: string;
    /**
     * Mode of transport in words
     */
    modeName?: string;
    /**
     * Name of the means of transport
     */
    meansName?: string;
    /**
     * Number of the means of transport: voyage, flight
     */
    voyage?: string;
  };
  /**
   * Bill of lading
   */
  billNumber?: string;
  /**
   * House bill
   */
  houseBillNumber?: string;
  /**
   * Delivery order
   */
  deliveryOrder?: string;
  /**
   * When the goods arrived
   */
  arrivedAt?: string;
  /**
   * When discharge was completed
   */
  dischargedAt?: string;
  /**
   * When the goods departed or are sent
   */
  departedAt?: string;
  /**
   * Until when claims may be made
   */
  claimUntil?: string;
  /**
   * Marks and numbers
   */
  marks?: string;
  /**
   * Whether the goods stay in their containers
   */
  originalContainers?: string;
  /**
   * Marks of special business
   */
  specialBusiness?: string;
  /**
   * Mode of special clearance
   */
  specialClearance?: string;
  /**
   * Special requirements
   */
  specialRequirements?: string;
  /**
   * Documents that are asked for
   */
  requestedCertificates?: {
    /**
     * Codes of the documents, as received
     */
    codes?: string;
    /**
     * Names of the documents
     */
    names?: string;
    /**
     * Numbers of originals, as received
     */
    originals?: string;
    /**
     * Numbers of copies, as received
     */
    copies?: string;
  };
  /**
   * Names of the documents that go with it
   */
  attachmentNames?: string;
  /**
   * Total value in US dollars
   */
  totalValueUsd?: string;
  /**
   * Total value in yuan
   */
  totalValueCny?: string;
  /**
   * State of the suitability of the containers
   */
  containerSuitability?: string;
  /**
   * Code of the epidemic situation
   */
  epidemicCode?: string;
  /**
   * Level of the epidemic situation
   */
  epidemicLevel?: string;
  /**
   * Software of the applicant
   */
  software?: string;
  /**
   * Print mark
   */
  printMark?: string;
  /**
   * Goods
   *
   * @minItems 1
   * @maxItems 9999
   *
   * Items: Goods
   */
  items?: {
    /**
     * Keys of the records that it belongs to, as received
     */
    above?: {
      /**
       * Number that the enterprise gives the application
       */
      enterpriseReference?: string;
      /**
       * Identifier of the item
       */
      itemId?: string;
      /**
       * Number of the item
       */
      itemSequence?: string;
      /**
       * Identifier of the record above
       */
      parentId?: string;
    };
    /**
     * Number of the item
     */
    sequence?: string;
    /**
     * Identifier of the item
     */
    id?: string;
    /**
     * Commodity code
     */
    hsCode?: string;
    /**
     * Description of the commodity code
     */
    hsDescription?: string;
    /**
     * Inspection code of the commodity (13 digits)
     */
    inspectionCode?: string;
    /**
     * Name of the inspection code
     */
    inspectionName?: string;
    /**
     * Inspection categories of the commodity
     */
    inspectionType?: string;
    /**
     * Name of the goods in Chinese
     */
    name?: string;
    /**
     * Name of the goods in a foreign language
     */
    foreignName?: string;
    /**
     * Specification
     */
    specification?: string;
    /**
     * Model
     */
    model?: string;
    /**
     * Brand
     */
    brand?: string;
    /**
     * Ingredients
     */
    ingredients?: string;
    quantity?: Measure;
    weight?: Measure;
    standardQuantity?: Measure;
    standardWeight?: Measure;
    /**
     * Unit price
     */
    unitPrice?: string;
    /**
     * Total value
     */
    totalValue?: string;
    /**
     * Currency
     */
    currency?: string;
    /**
     * Country of origin
     */
    originCountry?: string;
    /**
     * Region of origin
     */
    originRegion?: string;
    /**
     * Place of origin in words
     */
    originPlace?: string;
    /**
     * Purpose
     */
    purpose?: string;
    /**
     * Attributes of the goods, as received
     */
    attributes?: string;
    /**
     * 1: no dangerous chemical
     */
    notDangerous?: string;
    /**
     * UN number
     */
    unNumber?: string;
    /**
     * Name of the dangerous goods
     */
    dangerousName?: string;
    /**
     * Class of the dangerous packing
     */
    dangerousPackClass?: string;
    /**
     * Specification of the dangerous packing
     */
    dangerousPackSpecification?: string;
    /**
     * Manufacturer
     */
    manufacturer?: {
      /**
       * Registration number of the manufacturer
       */
      code?: string;
      /**
       * Name of the manufacturer
       */
      name?: string;
      /**
       * Name of the manufacturer abroad
       */
      foreignName?: string;
    };
    /**
     * Batch numbers
     */
    batchNumbers?: string;
    /**
     * Dates of production, as received
     */
    producedOn?: string;
    /**
     * Shelf life
     */
    shelfLife?: string;
    /**
     * Expiry, as received
     */
    validUntil?: string;
    /**
     * Spare field 1
     */
    spare1?: string;
    /**
     * Spare field 2
     */
    spare2?: string;
    /**
     * Packages
     *
     * @minItems 1
     * @maxItems 99
     *
     * Items: Packages
     */
    packages?: {
      /**
       * Keys of the records that it belongs to, as received
       */
      above?: {
        /**
         * Number that the enterprise gives the application
         */
        enterpriseReference?: string;
        /**
         * Identifier of the item
         */
        itemId?: string;
        /**
         * Number of the item
         */
        itemSequence?: string;
        /**
         * Identifier of the record above
         */
        parentId?: string;
      };
      /**
       * Identifier of the packing
       */
      id?: string;
      /**
       * Kind of packing
       */
      type?: string;
      /**
       * Name of the kind of packing
       */
      name?: string;
      /**
       * Short name of the kind of packing
       */
      shortName?: string;
      /**
       * Number of packages
       */
      count?: string;
      /**
       * Whether it is the main packing
       */
      main?: string;
      /**
       * Packing material
       */
      material?: string;
      /**
       * Who made the packing
       */
      factory?: string;
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
    }[];
    /**
     * Containers of the goods
     *
     * @minItems 1
     * @maxItems 999
     *
     * Items: Containers of the goods
     */
    containers?: {
      /**
       * Keys of the records that it belongs to, as received
       */
      above?: {
        /**
         * Number that the enterprise gives the application
         */
        enterpriseReference?: string;
        /**
         * Identifier of the item
         */
        itemId?: string;
        /**
         * Number of the item
         */
        itemSequence?: string;
        /**
         * Identifier of the record above
         */
        parentId?: string;
      };
      /**
       * Identifier of the relation
       */
      id?: string;
      /**
       * Container number
       */
      number?: string;
      /**
       * Kind of container
       */
      type?: string;
      /**
       * Commodity code
       */
      hsCode?: string;
      quantity?: Measure;
      weight?: Measure;
      /**
       * Kind of the means of transport
       */
      meansType?: string;
    }[];
    /**
     * Permits
     *
     * @minItems 1
     * @maxItems 99
     *
     * Items: Permits
     */
    permits?: {
      /**
       * Keys of the records that it belongs to, as received
       */
      above?: {
        /**
         * Number that the enterprise gives the application
         */
        enterpriseReference?: string;
        /**
         * Identifier of the item
         */
        itemId?: string;
        /**
         * Number of the item
         */
        itemSequence?: string;
        /**
         * Identifier of the record above
         */
        parentId?: string;
      };
      /**
       * Identifier of the permit
       */
      id?: string;
      /**
       * Kind of permit
       */
      kind?: string;
      /**
       * Name of the kind of permit
       */
      name?: string;
      /**
       * Number of the permit
       */
      number?: string;
      /**
       * Line of the permit that is written off
       */
      lineNumber?: string;
      /**
       * Quantity that is written off
       */
      quantity?: string;
      /**
       * Quantity left of the line
       */
      lineLeft?: string;
      /**
       * Quantity left after it
       */
      left?: string;
      /**
       * Vehicles
       *
       * @minItems 1
       * @maxItems 9999
       *
       * Items: Vehicles
       */
      vehicles?: {
        /**
         * Kind of the permit
         */
        permitKind?: string;
        /**
         * Number of the permit
         */
        permitNumber?: string;
        /**
         * Keys of the records that it belongs to, as received
         */
        above?: {
          /**
           * Number that the enterprise gives the application
           */
          enterpriseReference?: string;
          /**
           * Identifier of the item
           */
          itemId?: string;
          /**
           * Number of the item
           */
          itemSequence?: string;
          /**
           * Identifier of the record above
           */
          parentId?: string;
        };
        /**
         * Identifier of the vehicle record
         */
        id?: string;
        /**
         * Number in the list
         */
        sequence?: string;
        /**
         * Date of the bill of lading
         */
        billDate?: string;
        /**
         * Quality guarantee period
         */
        guarantee?: string;
        /**
         * Number of the engine or motor
         */
        engineNumber?: string;
        /**
         * Vehicle identification number
         */
        vin?: string;
        /**
         * Number of the chassis
         */
        chassisNumber?: string;
        /**
         * Name in Chinese
         */
        name?: string;
        /**
         * Name in English
         */
        foreignName?: string;
        /**
         * Model
         */
        model?: string;
        /**
         * Price
         */
        price?: string;
        /**
         * Number on the invoice
         */
        quantity?: string;
      }[];
    }[];
  }[];
  /**
   * Containers
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Containers
   */
  containers?: {
    /**
     * Keys of the records that it belongs to, as received
     */
    above?: {
      /**
       * Number that the enterprise gives the application
       */
      enterpriseReference?: string;
      /**
       * Identifier of the item
       */
      itemId?: string;
      /**
       * Number of the item
       */
      itemSequence?: string;
      /**
       * Identifier of the record above
       */
      parentId?: string;
    };
    /**
     * Identifier of the entry
     */
    id?: string;
    /**
     * Kind of container
     */
    type?: string;
    /**
     * Number of containers
     */
    count?: string;
    /**
     * Whether it is a less-than-container load
     */
    lessThanLoad?: string;
    /**
     * Container numbers, as received
     */
    numbers?: string;
    /**
     * Number of the entry
     */
    sequence?: string;
    /**
     * Single containers
     *
     * @minItems 1
     * @maxItems 999
     *
     * Items: Single containers
     */
    details?: {
      /**
       * Keys of the records that it belongs to, as received
       */
      above?: {
        /**
         * Number that the enterprise gives the application
         */
        enterpriseReference?: string;
        /**
         * Identifier of the item
         */
        itemId?: string;
        /**
         * Number of the item
         */
        itemSequence?: string;
        /**
         * Identifier of the record above
         */
        parentId?: string;
      };
      /**
       * Identifier of the single container
       */
      id?: string;
      /**
       * Kind of the container
       */
      type?: string;
      /**
       * Number of the container
       */
      number?: string;
      /**
       * Whether it is a less-than-container load
       */
      lessThanLoad?: string;
      /**
       * Number of the single container
       */
      sequence?: string;
    }[];
  }[];
  /**
   * Documents that go with it
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Documents that go with it
   */
  attachments?: {
    /**
     * Keys of the records that it belongs to, as received
     */
    above?: {
      /**
       * Number that the enterprise gives the application
       */
      enterpriseReference?: string;
      /**
       * Identifier of the item
       */
      itemId?: string;
      /**
       * Number of the item
       */
      itemSequence?: string;
      /**
       * Identifier of the record above
       */
      parentId?: string;
    };
    /**
     * Identifier of the entry
     */
    id?: string;
    /**
     * Kind of document
     */
    kind?: string;
    /**
     * Number of the document
     */
    number?: string;
    /**
     * Name of the document
     */
    name?: string;
    /**
     * Item that is written off
     */
    lineNumber?: string;
    /**
     * Quantity written off
     */
    quantity?: string;
    /**
     * Quantity of the line left
     */
    lineLeft?: string;
    /**
     * Quantity left
     */
    left?: string;
  }[];
  /**
   * Qualifications of enterprises
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Qualifications of enterprises
   */
  qualifications?: {
    /**
     * Keys of the records that it belongs to, as received
     */
    above?: {
      /**
       * Number that the enterprise gives the application
       */
      enterpriseReference?: string;
      /**
       * Identifier of the item
       */
      itemId?: string;
      /**
       * Number of the item
       */
      itemSequence?: string;
      /**
       * Identifier of the record above
       */
      parentId?: string;
    };
    /**
     * Identifier of the entry
     */
    id?: string;
    /**
     * Kind of qualification
     */
    kind?: string;
    /**
     * Name of the kind of qualification
     */
    name?: string;
    /**
     * Number of the qualification
     */
    number?: string;
    /**
     * When it was entered
     */
    operatedAt?: string;
    /**
     * Organisation code of the enterprise
     */
    organisationCode?: string;
    /**
     * Name of the enterprise
     */
    enterpriseName?: string;
  }[];
  /**
   * Users of the goods
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Users of the goods
   */
  users?: {
    /**
     * Keys of the records that it belongs to, as received
     */
    above?: {
      /**
       * Number that the enterprise gives the application
       */
      enterpriseReference?: string;
      /**
       * Identifier of the item
       */
      itemId?: string;
      /**
       * Number of the item
       */
      itemSequence?: string;
      /**
       * Identifier of the record above
       */
      parentId?: string;
    };
    /**
     * Identifier of the entry
     */
    id?: string;
    /**
     * Code of the user
     */
    code?: string;
    /**
     * Name of the user
     */
    name?: string;
    /**
     * Contact of the user
     */
    contactName?: string;
    /**
     * Telephone of the user
     */
    contactPhone?: string;
  }[];
  /**
   * Files of marks
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Files of marks
   */
  markFiles?: {
    /**
     * Keys of the records that it belongs to, as received
     */
    above?: {
      /**
       * Number that the enterprise gives the application
       */
      enterpriseReference?: string;
      /**
       * Identifier of the item
       */
      itemId?: string;
      /**
       * Number of the item
       */
      itemSequence?: string;
      /**
       * Identifier of the record above
       */
      parentId?: string;
    };
    /**
     * Identifier of the file
     */
    id?: string;
    /**
     * Name of the file
     */
    name?: string;
    /**
     * Kind of file
     */
    kind?: string;
    /**
     * Content of the file, as received
     */
    content?: string;
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
