import type { EventKind } from '../../agenda/events/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { AgreementKind, AgreementState, Intention, Status } from '../../registry/index.ts'

export interface SinceValue {
  part: 'since'
  /** EDTF, like all dates of facts. */
  date: string
}
export interface StatusValue {
  part: 'standing'
  status: Status
  intention: Intention | null
}
export interface AgreementValue {
  part: 'agreement'
  kind: AgreementKind
  state: AgreementState | null
  date: string | null
  /** The words of a date that a person must settle: « deux ans après ». */
  openDate?: string | undefined
  label: string
}
export interface ActivityValue {
  part: 'activity'
  title: string
  kind: EventKind
  date: string | null
  openDate?: string | undefined
  state: 'past' | 'planned'
}
export interface ThemeValue {
  part: 'theme'
  theme: Theme
  isWished: boolean
}
export interface ActorValue {
  part: 'actor'
  name: string
  organisationId: string | null
}
/** A link: of a tie if it is in the section of the tie, else of the group. */
export interface ResourceValue {
  part: 'resource'
  label: string
  url: string | null
}

/** What belongs to a tie besides its parties. */
export type TieFactValue =
  | SinceValue
  | StatusValue
  | AgreementValue
  | ActivityValue
  | ThemeValue
  | ActorValue
  | ResourceValue

/** The subject of a tie, in a sentence or two of the table. */
export interface SummaryValue {
  part: 'summary'
  text: string
  language: string
}

/** What a row of a table can say of a tie. */
export type ToldValue = SinceValue | StatusValue | AgreementValue | ThemeValue | SummaryValue

/** Everything that texts and tables can say of a tie; `tie` is that it exists. */
export type PartValue = TieFactValue | SummaryValue | { part: 'tie' }
