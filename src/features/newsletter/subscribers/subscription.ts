import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'

/** How often somebody reads: every issue, the issues of a season together, or what concerns them. */
export const frequencies = ['issue', 'digest', 'concerns'] as const
export type Frequency = (typeof frequencies)[number]

/** Why a reader was left off by what came back: nobody chooses these. */
export const returnReasons = ['bounce', 'complaint'] as const

export const leavingReasons = ['tooOften', 'notForMe', 'never', 'elsewhere', 'other'] as const

/** How long somebody may take to confirm what they asked for, or that a new address is theirs. */
export const confirmationDays = 7
/** Within so long the same form is sent twice by a second click. */
export const secondClick = { seconds: 10 }
/** How long after they left somebody may come back by the same link. */
export const returnDays = 30

/** What a reader chooses. */
export interface Choices {
  language: InterfaceLanguage
  /** Of reading, two letters: at its morning. */
  country: string
  frequency: Frequency
  themes: string[]
  /** The authority whose news concern them. */
  organisationId: string | null
}

/** What somebody agreed to, in the words that were shown to them. */
export interface Consent {
  words: string
  /** Of these words. */
  version: string
}

export interface Subscription extends Choices {
  id: string
  networkId: string
  /** Null some time after its reader has left. */
  address: string | null
  state: 'unconfirmed' | 'subscribed' | 'left'
  /** What waits for its confirmation. */
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
  /** When its reader said that what they open and follow is not counted. */
  uncountedAt: Date | null
  /** The document that shows that they agreed. */
  proofId: string | null
  /** When somebody last said that the address takes mail. */
  mendedAt: Date | null
}

/** Whether a mail that somebody was sent at an instant can still be answered by its link. */
export function isAnswerable(sentAt: Date | null, nowMs: number): boolean {
  return sentAt !== null && nowMs < sentAt.getTime() + confirmationDays * 86_400_000
}

/** The day on which somebody agreed where nobody knows the hour: others declared it, with its day alone. Else null. */
export function declaredDay({
  consentAt,
  consentWay,
}: Pick<Subscription, 'consentAt' | 'consentWay'>): string | null {
  const isDeclared = consentWay === 'coordinator' || consentWay === 'import'
  return isDeclared && consentAt !== null ? consentAt.toISOString().slice(0, 10) : null
}

/** Of the words that somebody agrees to: raised whenever these change. */
export const consentVersion = '1'
