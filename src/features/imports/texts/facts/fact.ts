import type { Change } from '../../../../platform/records/difference.ts'
import { fold } from '../../../../platform/search/index.ts'
import type { Theme } from '../../../networks/index.ts'
import type { TieFactValue } from '../../parts/part-values.ts'
import type { Candidate, Quotation } from '../../understanding/reading.ts'

/** An organisation that a text names as a side of a tie, or as looking for a partner. */
export interface FactParty {
  name: string
  asWritten: string
  country: string | null
  kind: string | null
  code: string | null
  /** Null until it is settled who is meant. */
  organisationId: string | null
  candidates: Candidate[]
}

export interface TieValue {
  part: 'tie'
  parties: FactParty[]
  /** Mentioned beside what the text presents. */
  isBeside: boolean
}
export interface InterestValue {
  part: 'interest'
  party: FactParty
  themes: { theme: Theme; isWished: boolean }[]
}
export interface MeetingValue {
  part: 'meeting'
  title: string
  /** ISO day. */
  date: string
  /** Wall-clock times as in 10:00. */
  start: string | null
  end: string | null
  place: string | null
  chair: string | null
}
export interface ParticipantValue {
  part: 'participant'
  name: string
  role: string | null
  organisation: string | null
  presence: 'present' | 'represented' | 'absent'
  /** Another participant with a similar name: one person, or two. */
  mayBe?: string | undefined
}
export interface ResolutionValue {
  part: 'decision' | 'proposal'
  text: string
  by: string | null
  /** EDTF. */
  due: string | null
}

/** What belongs to a meeting, and is written with it. */
export type MeetingFactValue = ParticipantValue | ResolutionValue

/** One thing that a text says: the unit of a decision. */
export type FactValue = TieValue | TieFactValue | MeetingValue | MeetingFactValue | InterestValue

/** What a person must settle before a fact can be accepted. */
export const questions = ['party', 'actor', 'date', 'person'] as const
export type Question = (typeof questions)[number]

export const decisions = ['accepted', 'corrected', 'refused'] as const
export type Decision = (typeof decisions)[number]

export const suggesters = ['reader', 'assistant'] as const
export type Suggester = (typeof suggesters)[number]

/** What accepting a fact changed. */
export interface Written {
  kind: 'cooperation' | 'organisation' | 'note' | 'meeting'
  id: string
  /** The record was made for this fact. */
  isNew: boolean
  /** Changes of the record's document; none for a note. */
  changes: Change[]
  /** Evidence outside the document. */
  evidenceIds: string[]
}

export interface Fact {
  id: string
  textId: string
  position: number
  /** The fact that states the tie or meeting of this one. */
  tieId: string | null
  value: FactValue
  signature: string
  quote: Quotation
  suggestedBy: Suggester
  isSure: boolean
  question: Question | null
  decision: Decision | null
  decidedAt: Date | null
  /** Null for the command line, and for a person whose data was erased. */
  decidedBy: string | null
  reason: string
  written: Written | null
}

/**
 * A fact as one line, equal for the same fact of another text, also in another language where codes and dates say it. `tie` is the
 * tie to which it belongs.
 */
export function signatureOf(value: FactValue, tie: TieValue | null): string {
  const own = ownSignature(value)
  return tie && value.part !== 'tie' ? `${ownSignature(tie)} ${own}` : own
}

function ownSignature(value: FactValue): string {
  switch (value.part) {
    case 'tie':
      return `tie:${value.parties.map(partyKey).toSorted().join('+')}`
    case 'since':
      return `since:${value.date}`
    case 'standing':
      return `standing:${value.status}`
    case 'agreement':
      return `agreement:${value.kind}:${yearOf(value.date)}`
    case 'activity':
      return value.date === null
        ? `activity:${fold(value.title)}`
        : `activity:${value.kind}:${value.date}`.slice(0, longest)
    case 'theme':
      return `theme:${value.theme}`
    case 'actor':
      return `actor:${value.organisationId ?? fold(value.name)}`
    case 'interest':
      return `interest:${partyKey(value.party)}`
    case 'meeting':
      return `meeting:${value.date}`
    case 'participant':
      return `participant:${fold(value.name)}`
    case 'decision':
    case 'proposal':
      return `${value.part}:${fold(value.text)}`.slice(0, longest)
    case 'resource':
      return `resource:${value.url ?? fold(value.label)}`.slice(0, longest)
  }
}

// An index limits the length of a key.
const longest = 400

const partyKey = ({ organisationId, asWritten }: FactParty) => organisationId ?? fold(asWritten)

const yearOf = (date: string | null) => /\d{4}/.exec(date ?? '')?.[0] ?? ''
