import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { PartnershipForm } from '../forms.ts'

/** The readers of an expectation: the asker, those asked and the secretariat; the people of the network; everybody. */
export const confidentialities = ['concerned', 'network', 'public'] as const
export type Confidentiality = (typeof confidentialities)[number]

export const answers = ['yes', 'partly', 'no'] as const
export type Answer = (typeof answers)[number]

/** Why a member cannot answer what is expected, or not all of it. */
export const reasons = ['competence', 'size', 'calendar', 'budget', 'priority', 'other'] as const
export type Reason = (typeof reasons)[number]

export const outcomes = ['satisfied', 'partly', 'unmet', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

/** The states of an expectation, in the order in which they usually come about; the last four are ends. */
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

/** Whether the asker lets others read it; `answer` is null while the asker was asked and has not decided. */
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

/** The member that takes it up: all of it, or only a part. */
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
  /** A person answers for the asker by a link. */
  hasContact: boolean
  contactName: string
  statedAt: Date
  /** ISO day, as the network has it, since when it is open. */
  knownOn: string
  updatedAt: Date
  state: ExpectationState
  consent: Consent | null
  /** The members that are asked at this moment; null while only the addressed one is. */
  relay: { id: string; answerBy: string | null } | null
  closing: Closing | null
  /** How many were asked and have answered, the addressed one among them, and the members that take it up, those for all of it first. */
  askedCount: number
  answeredCount: number
  takers: Taker[]
}

/** Whether it is closed. */
export function isClosed({ state }: Pick<Expectation, 'state'>): boolean {
  return state === 'satisfied' || state === 'partly' || state === 'unmet' || state === 'withdrawn'
}
