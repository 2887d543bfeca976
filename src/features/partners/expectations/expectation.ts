import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { PartnershipForm } from '../forms.ts'

/** Who reads what is expected: the asker, those asked and the secretariat; the people of the network; everybody. */
export const confidentialities = ['concerned', 'network', 'public'] as const
export type Confidentiality = (typeof confidentialities)[number]

export const answers = ['yes', 'partly', 'no'] as const
export type Answer = (typeof answers)[number]

/** Why a member cannot answer what is expected, or not all of it. */
export const reasons = ['competence', 'size', 'calendar', 'budget', 'priority', 'other'] as const
export type Reason = (typeof reasons)[number]

export const outcomes = ['satisfied', 'partly', 'unmet', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

/** How an expectation stands, in the order in which it usually comes about; the last four are ends. */
export const states = [
  'asked',
  'declined',
  'relayed',
  'taken_up',
  'taken_up_in_part',
  'untaken',
  'satisfied',
  'partly',
  'unmet',
  'withdrawn',
] as const
export type ExpectationState = (typeof states)[number]

export const consentAnswers = ['given', 'refused', 'withdrawn'] as const
export type ConsentAnswer = (typeof consentAnswers)[number]

/** Whether the asker lets others read it; `answer` is null while they were asked and have said nothing. */
export interface Consent {
  answer: ConsentAnswer | null
  answeredAt: Date | null
}

/** What is expected, as it is typed. */
export interface ExpectationTexts {
  title: LocalizedText
  text: LocalizedText
  themes: readonly Theme[]
  form: PartnershipForm
  /** ISO day. */
  deadline: string | null
  confidentiality: Confidentiality
}

/** Who takes it up: all of it, or a part alone. */
export interface Taker extends OrganisationRef {
  isPart: boolean
}

export interface Closing {
  outcome: Outcome
  /** The answer that met it. */
  requestId: string | null
  word: LocalizedText
  closedOn: string
}

export interface Expectation {
  id: string
  networkId: string
  slug: string
  asker: OrganisationRef
  asked: OrganisationRef
  title: LocalizedText
  text: LocalizedText
  themes: Theme[]
  form: PartnershipForm
  /** ISO day. */
  deadline: string | null
  confidentiality: Confidentiality
  /** In which the asker is answered. */
  language: string
  /** Somebody answers for the asker by a link. */
  hasContact: boolean
  contactName: string
  statedAt: Date
  /** ISO day, as the network has it, since when it is open. */
  knownOn: string
  updatedAt: Date
  state: ExpectationState
  consent: Consent | null
  /** The members that are asked at this moment; null while nobody but the one addressed is. */
  relay: { id: string; answerBy: string | null } | null
  closing: Closing | null
  /** How many were asked and have answered, the one addressed among them, and who takes it up, those first who take up all of it. */
  askedCount: number
  answeredCount: number
  takers: Taker[]
}

/** Whether nothing is done about it any more. */
export function isClosed({ state }: Pick<Expectation, 'state'>): boolean {
  return state === 'satisfied' || state === 'partly' || state === 'unmet' || state === 'withdrawn'
}
