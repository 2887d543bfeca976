/** The part of the `edtf` package that this project uses; it ships no types of its own. */
declare module 'edtf' {
  export type Parsed =
    | {
        type: 'Date' | 'Season'
        level: number
        /** Year, month from 0 and day, as far as given; year and season for a season. */
        values: number[]
        /** One bit for each digit of YYYYMMDD that is written X, the lowest for the first digit. */
        unspecified?: number
        uncertain?: boolean | number
        approximate?: boolean | number
      }
    | { type: 'Year' | 'Decade' | 'Century' | 'Interval' | 'List' | 'Set'; level: number }

  export function parse(text: string, constraints?: { level?: number; seasonUncertainty?: boolean }): Parsed
}
