import type { LocalizedName } from '../i18n/localized-text.ts'

/** The network in which a record is looked at or changed. */
export interface RecordNetwork {
  id: string
  slug: string
  countries: string[]
  languages: string[]
}

/** One record, as much of it as must be known to say who may change it and what it is called. */
export interface RecordHead {
  id: string
  slug: string
  title: LocalizedName
  /** The organisations whose members may change it: the parties of a tie, the organisation itself. */
  organisationIds: string[]
}
