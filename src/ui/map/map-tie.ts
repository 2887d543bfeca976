import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import type { TieStatus } from '../tie/tie-status.ts'

export interface MapCountry {
  /** ISO 3166-1 alpha-2. */
  code: string
  name: LocalizedName
  /** BCP 47 tag of its own language: its own name appears beside the reader’s. */
  language?: string | undefined
}

export interface MapEnd {
  name: LocalizedName
  country: string
  /** BCP 47 tag of the place's own language. */
  language?: string | undefined
  /** Decimal degrees, `[longitude, latitude]`; null if unknown: the tie is then listed, not drawn. */
  point: readonly [number, number] | null
}

export interface MapTie {
  key: string
  /** The tie's page. */
  href?: string | undefined
  status: TieStatus
  /** Two or more ends; one end alone is drawn as an open line. */
  ends: MapEnd[]
  /** Kind of agreement and year, for the list beneath the map. */
  kind?: string | undefined
  year?: string | undefined
}

export interface MapPlace {
  key: string
  name: LocalizedName
  country: string
  language?: string | undefined
  point: readonly [number, number]
  href?: string | undefined
}
