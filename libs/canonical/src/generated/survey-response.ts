/* Generated from schemas/ by `npm run generate`. Do not edit. */

/**
 * What one enterprise answers to the social evaluation of the clearance environment: who is judged, on what, and how.
 */
export interface SurveyResponse {
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
   * Number of the response
   */
  responseNumber?: string;
  /**
   * Survey
   */
  survey?: {
    /**
     * Code of the survey
     */
    code?: string;
    /**
     * Name of the survey
     */
    name?: string;
    /**
     * province or city; any other code is kept as received
     */
    level?: string;
    city?: Place;
    /**
     * Begin of the period that is judged
     */
    periodFrom?: string;
    /**
     * End of the period that is judged
     */
    periodTo?: string;
  };
  /**
   * Enterprise that answers
   */
  enterprise?: {
    /**
     * Code of the enterprise
     */
    code?: string;
    /**
     * Unified social credit code of the enterprise
     */
    creditCode?: string;
    /**
     * Name of the enterprise
     */
    name?: string;
    /**
     * Kind of enterprise: trader, broker, forwarder, carrier; any other code is kept as received
     */
    kind?: string;
    /**
     * Clearance volume of the enterprise in the period
     */
    volume?: string;
    /**
     * Unit of the volume
     */
    volumeUnit?: string;
  };
  /**
   * Person who answers
   */
  respondent?: {
    /**
     * Name of the person who answers
     */
    name?: string;
    /**
     * Position of the person who answers
     */
    position?: string;
    /**
     * Telephone of the person who answers
     */
    phone?: string;
  };
  /**
   * When it was answered
   */
  answeredAt?: string;
  /**
   * Answers
   *
   * @minItems 1
   * @maxItems 999
   *
   * Items: Answers
   */
  answers?: {
    /**
     * Who is judged: customs, inspection, border, maritime, port, rail; any other code is kept as received
     */
    subject?: string;
    /**
     * Name of the organisation that is judged
     */
    subjectName?: string;
    /**
     * Code of the question
     */
    question?: string;
    /**
     * Question in words
     */
    text?: string;
    /**
     * Score
     */
    score?: string;
    /**
     * Highest score
     */
    scale?: string;
    /**
     * Choice
     */
    choice?: string;
    /**
     * Comment
     */
    comment?: string;
  }[];
  /**
   * Overall score
   */
  overallScore?: string;
  /**
   * Complaints and proposals
   *
   * @minItems 1
   * @maxItems 99
   *
   * Items: Complaints and proposals
   */
  complaints?: {
    /**
     * Who it is about
     */
    subject?: string;
    /**
     * Complaint or proposal
     */
    text?: string;
    /**
     * Whether an answer is wanted
     */
    answerWanted?: string;
  }[];
  /**
   * Whether it is published without names
   */
  anonymous?: string;
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
