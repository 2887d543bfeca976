/** What is wrong with a cell, or with a row. */
export const cellErrorCodes = [
  'quotes',
  'letters',
  'nameMissing',
  'countryUnknown',
  'dateUnknown',
  'kindUnknown',
  'themeUnknown',
  'statusUnknown',
  'placeWrong',
  'numberWrong',
  'sameParty',
  'postMissing',
  'addressWrong',
  'titleMissing',
  'endBeforeStart',
  'hoursUnknown',
  'zoneUnknown',
  'linkWrong',
] as const
export type CellErrorCode = (typeof cellErrorCodes)[number]

export interface CellError {
  /** Null for the row as a whole. */
  column: number | null
  code: CellErrorCode
  text: string
}
