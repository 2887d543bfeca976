import type { ToldSentence } from '../../../platform/reading/told-sentence.ts'
import type { EventKind } from '../../agenda/events/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { AgreementKind, AgreementState, Intention, Status } from '../../registry/index.ts'

/** The place of a statement in the text: one or two sentences of a passage, by UTF-16 offsets in its text. */
export interface Quotation {
  /** Place of the passage in `TextDocument.passages`. */
  passage: number
  start: number
  end: number
}

/** An organisation that a name may mean. */
export interface Candidate {
  /** Its id in the directory; null for a town that the directory does not hold yet. */
  organisationId: string | null
  name: string
  country: string
  kind: string
  /** COG or SIREN in France, the administrative standard code in Korea. */
  code: string | null
}

export interface ReadParty {
  /** The official name where the party is certain, else the name as written. */
  name: string
  asWritten: string
  country: string | null
  kind: string | null
  code: string | null
  /** Null while it is not certain who is meant. */
  organisationId: string | null
  /** All possible organisations, the likeliest first; one if it is certain, none for an unknown name. */
  candidates: Candidate[]
  quote: Quotation
}

export interface ReadAgreement {
  kind: AgreementKind
  state: AgreementState | null
  /** EDTF. */
  date: string | null
  /** The words of a date that the text does not settle: « deux ans après ». */
  openDate?: string
  /** The name that the text gives it. */
  label: string
  signatories: string[]
  quote: Quotation
}

export interface ReadActivity {
  title: string
  kind: EventKind
  /** EDTF. */
  date: string | null
  /** The words of a date that the text does not settle: « deux ans après ». */
  openDate?: string
  state: 'past' | 'planned'
  quote: Quotation
}

export interface ReadTheme {
  theme: Theme
  /** Wished for, not yet worked on. */
  isWished: boolean
  quote: Quotation
}

export interface ReadActor {
  name: string
  quote: Quotation
}

export interface ReadCooperation {
  parties: ReadParty[]
  status: { status: Status; intention: Intention | null; quote: Quotation } | null
  since: { date: string; quote: Quotation } | null
  agreements: ReadAgreement[]
  themes: ReadTheme[]
  actors: ReadActor[]
  activities: ReadActivity[]
  /** The sentence, title or row that states the tie. */
  quote: Quotation
  /** If a title states it: the sentence beneath that states it too; null if there is none. */
  sentence: Quotation | null
  /** Mentioned beside what the text presents: not in itself a tie of the group. */
  isBeside: boolean
  /** How it was recognised. */
  by: 'title' | 'list' | 'table' | 'sentence'
}

export interface ReadPerson {
  name: string
  /** Other spellings in the text. */
  variants: string[]
  role: string | null
  organisation: string | null
  presence: 'present' | 'represented' | 'absent' | 'mentioned'
  /** Named by surname only. */
  isPartial: boolean
  /** An earlier person with a similar name: one person, or two. */
  mayBe?: string
  quotes: Quotation[]
}

export interface ReadInterest {
  party: ReadParty
  themes: ReadTheme[]
  quote: Quotation
}

export interface ReadResolution {
  text: string
  by: string | null
  /** EDTF. */
  due: string | null
  quote: Quotation
}

export interface ReadResource {
  label: string
  /** Null for a dead link. */
  url: string | null
  /** Place of the tie of its section among the cooperations; null if there is none. */
  cooperation: number | null
  quote: Quotation
}

export interface ReadMeeting {
  title: string
  group: string | null
  /** ISO day. */
  date: string | null
  /** Wall-clock times as in 10:00. */
  start: string | null
  end: string | null
  place: string | null
  chair: string | null
  quotes: Partial<Record<'date' | 'place' | 'chair', Quotation>>
}

/** What the reader could not settle: a person decides. */
export interface ReadQuestion {
  /** party: who is meant · date: what it refers to · person: one or two. */
  kind: 'party' | 'date' | 'person'
  about: string
  candidates: string[]
  quote: Quotation
}

/** Everything that a text says, each with its sentence. */
export interface Reading {
  meeting: ReadMeeting | null
  participants: ReadPerson[]
  cooperations: ReadCooperation[]
  interested: ReadInterest[]
  proposals: ReadResolution[]
  decisions: ReadResolution[]
  resources: ReadResource[]
  questions: ReadQuestion[]
  /** Those with a theme, in the order of the text. */
  sentences: ToldSentence[]
}
