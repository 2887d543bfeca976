import { fold } from '../../../platform/search/index.ts'
import type { EventKind } from '../../agenda/events/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import type { AgreementKind, AgreementState, Intention, Status } from '../../registry/index.ts'
import type { Finding } from './part-rules.ts'

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

/** A value about a tie as one short line of codes, dates and folded words: equal wherever the same thing is stated. */
export function signOf(value: PartValue): string {
  switch (value.part) {
    case 'since':
      return `since:${value.date}`
    case 'standing':
      return `standing:${value.status}`
    case 'agreement':
      return `agreement:${value.kind}:${value.date ?? ''}`
    case 'theme':
      return `theme:${value.theme}`
    case 'summary':
      return `summary:${fold(value.text).slice(0, longest)}`
    default:
      return value.part
  }
}

const longest = 80

/** A tie's present value of the same kind as a given one; null if there is none. */
export function presentValue(
  { since, standings, agreements, summary }: CooperationDocument,
  value: PartValue,
  { entryId }: Finding,
): ToldValue | null {
  switch (value.part) {
    case 'since':
      return since.on === null ? null : { part: 'since', date: since.on }
    case 'standing': {
      const found = standings.find(({ id }) => id === entryId)
      return found ? { part: 'standing', status: found.status, intention: found.intention } : null
    }
    case 'agreement': {
      const found = agreements.find(({ id }) => id === entryId)
      if (!found) return null
      const step = found.steps.find(({ state }) => state === value.state) ?? found.steps[0]
      const { state = null, on = null } = step ?? {}
      return { part: 'agreement', kind: found.kind, state, date: on, label: '' }
    }
    case 'summary': {
      const said = summary[value.language]
      return said ? { part: 'summary', text: said.text, language: value.language } : null
    }
    default:
      return null
  }
}
