import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'

/** How often a reader gets the letter: every issue, the issues of a season together, or what concerns them. */
export const frequencies = ['issue', 'digest', 'concerns'] as const
export type Frequency = (typeof frequencies)[number]

/** Reasons of an end by returned mail: readers cannot choose them. */
export const returnReasons = ['bounce', 'complaint'] as const

export const leavingReasons = ['tooOften', 'notForMe', 'never', 'elsewhere', 'other'] as const

/** Days within which a reader must confirm a request or a new address. */
export const confirmationDays = 7
/** Within this time the same form counts as a second click. */
export const secondClick = { seconds: 10 }
/** Days after leaving within which a reader may return by the same link. */
export const returnDays = 30

/** What a reader chooses. */
export interface Choices {
  language: InterfaceLanguage
  /** The country of reading, two letters: the letter comes on its morning. */
  country: string
  frequency: Frequency
  themes: string[]
  /** The authority whose news concern them. */
  organisationId: string | null
}

/** What a reader agreed to, in the words shown to them. */
export interface Consent {
  words: string
  /** The version of these words. */
  version: string
}

export interface Subscription extends Choices {
  id: string
  networkId: string
  /** Null some time after its reader has left. */
  address: string | null
  state: 'unconfirmed' | 'subscribed' | 'left'
  /** The request that awaits confirmation. */
  asked: (Choices & Consent) | null
  askedAt: Date | null
  consentAt: Date | null
  consentWay: 'form' | 'coordinator' | 'import' | 'member' | null
  leftAt: Date | null
  leftBy: 'reader' | 'coordinator' | 'network' | null
  leftReason: string | null
  newAddress: string | null
  newAddressAt: Date | null
  serial: number
  /** When its reader refused to have openings and clicks counted. */
  uncountedAt: Date | null
  /** The document that proves consent. */
  proofId: string | null
  /** When the reader or a coordinator last said that the address takes mail. */
  mendedAt: Date | null
}

/** Whether the link of a mail sent at an instant can still be used. */
export function isAnswerable(sentAt: Date | null, nowMs: number): boolean {
  return sentAt !== null && nowMs < sentAt.getTime() + confirmationDays * 86_400_000
}

/** The day of a consent that others declared, for which no hour is known; null for any other. */
export function declaredDay({
  consentAt,
  consentWay,
}: Pick<Subscription, 'consentAt' | 'consentWay'>): string | null {
  const isDeclared = consentWay === 'coordinator' || consentWay === 'import'
  return isDeclared && consentAt !== null ? consentAt.toISOString().slice(0, 10) : null
}

/** The version of the words of consent: raised whenever they change. */
export const consentVersion = '1'
