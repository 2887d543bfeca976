import { readEdtf } from '../../../platform/dates/index.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Holding } from '../../../platform/input/likely-spam.ts'
import type { EventDocument } from '../events/document/schema.ts'

export const decisions = ['accepted', 'refused', 'withdrawn'] as const
export type Decision = (typeof decisions)[number]

/** An event that a visitor proposes without an account. No object that a page is rendered from contains their address. */
export interface Proposal {
  id: string
  networkId: string
  /** As its last author left it. */
  document: EventDocument
  /** Of its newest version. */
  number: number
  body: string
  senderName: string
  /** The language of mails to the proposer. */
  language: InterfaceLanguage
  heldFor: Holding | null
  isConfirmed: boolean
  assigned: { personId: string; name: string | null } | null
  decision: Decision | null
  decidedAt: Date | null
  decidedByName: string | null
  decisionReason: string
  /** The event that it became, as long as that exists. */
  event: { id: string; slug: string } | null
  /** Changes that the proposer wishes since it was published, made from the event that they saw. */
  wish: { base: EventDocument; document: EventDocument; at: Date } | null
  createdAt: Date
}

/** The state of a proposal, in one word: what its notices say. */
export function stateOf({ heldFor, decision, wish }: Proposal): 'held' | 'waiting' | 'wish' | Decision {
  if (decision === null) return heldFor === null ? 'waiting' : 'held'
  return decision === 'accepted' && wish !== null ? 'wish' : decision
}

/** Whether the last possible day of an event has passed: its proposer’s link ends with it. */
export function isOver({ when }: Pick<EventDocument, 'when'>, today: string): boolean {
  return when !== null && readEdtf(when).to < today
}

/** An event that somebody organises and that is credited: to the body that proposed it, where nobody else is named. */
export function creditedTo(
  document: EventDocument,
  { body, language }: Pick<Proposal, 'body' | 'language'>,
): EventDocument {
  const own: LocalizedText = { [language]: { text: body, state: 'original' } }
  const isSaid = (text: LocalizedText) => Object.keys(text).length > 0
  return {
    ...document,
    organisers: isSaid(document.organisers) || document.organisations.length > 0 ? document.organisers : own,
    credit: isSaid(document.credit) ? document.credit : own,
  }
}

/** All texts of a proposed event, in every language. */
export function textsOf({ title, summary, venue, organisers, credit }: EventDocument): string[] {
  return [title, summary, venue, organisers, credit].flatMap((text) =>
    Object.values(text).map((passage) => passage.text),
  )
}
