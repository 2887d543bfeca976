import { chooseName, type LocalizedName, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Holding } from '../../../platform/input/likely-spam.ts'
import { shortNames } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import { agreementWords, type CooperationSummary, partiesOf } from '../../registry/index.ts'
import type { PartnershipForm } from '../forms.ts'
import type { WishKind } from '../wishes/wish.ts'
import type { Opening } from './partnership/outcome.ts'

/** The sides of the talks: the authority of the wish, the interested one, the secretariat between them. */
export const sides = ['wish', 'interest', 'adviser'] as const
export type Side = (typeof sides)[number]

export interface TalkingAuthority {
  id: string
  slug: string
  country: string
  name: LocalizedName
  shortName: LocalizedName
}

/** An authority that is interested in a wish, and what became of it. No object that a page is drawn from has an address. */
export interface Introduction {
  id: string
  networkId: string
  wish: {
    id: string
    slug: string
    kind: WishKind
    title: LocalizedText
    themes: Theme[]
    forms: PartnershipForm[]
    /** EDTF. */
    horizon: string | null
    /** Whether anybody may read it: what is said of it elsewhere says nothing beyond that. */
    isPublic: boolean
  }
  /** The authority of the wish. */
  owner: TalkingAuthority
  /** The one that is interested. */
  interested: TalkingAuthority
  /** The person with an account who said so, or null. */
  personId: string | null
  personName: string | null
  /** Who said so without an account; '' where nobody gave a name, or it was erased. */
  senderName: string
  /** Language of the mails to a sender without an account. */
  language: string
  heldFor: Holding | null
  isConfirmed: boolean
  /** Since when the secretariat vouches for their identity. */
  vouchedAt: Date | null
  adviser: { personId: string; name: string } | null
  acceptedAt: Date | null
  /** Null too where the secretariat did not pass it on. */
  refusal: { id: string; reason: RefusalReason; words: string; language: string } | null
  declinedAt: Date | null
  withdrawnAt: Date | null
  /** The authority that says that the partnership is made. */
  claimedAt: Date | null
  claimedBy: string | null
  /** What they want it to become: part of a tie that is there, by its id, or a cooperation of its own. */
  joinsId: string | null
  opensAs: Opening | null
  cooperation: {
    id: string
    slug: string
    confirmation: string
    claimedBy: string | null
    /** Which authorities have said of it that it is right, or wrong. */
    heard: string[]
  } | null
  madeAt: Date | null
  createdAt: Date
  updatedAt: Date
}

export const introductionStates = [
  'held',
  'arrived',
  'expressed',
  'accepted',
  'claimed',
  'made',
  'declined',
  'withdrawn',
] as const
export type IntroductionState = (typeof introductionStates)[number]

/** How talks stand, in one word. */
export function stateOf(introduction: Introduction): IntroductionState {
  if (introduction.madeAt !== null) return 'made'
  if (introduction.withdrawnAt !== null) return 'withdrawn'
  if (introduction.declinedAt !== null) return 'declined'
  if (introduction.claimedAt !== null) return 'claimed'
  if (introduction.acceptedAt !== null) return 'accepted'
  if (introduction.vouchedAt !== null) return 'expressed'
  return introduction.heldFor === null ? 'arrived' : 'held'
}

/** The state as a reader is shown it: only the secretariat learns that something was held as likely spam. */
export function saidState(introduction: Introduction, isAdviser: boolean): IntroductionState {
  const state = stateOf(introduction)
  return state === 'held' && !isAdviser ? 'arrived' : state
}

/** The sides that a person speaks for in the talks. */
export type Speaking = Readonly<Record<Side, boolean>>

/** What may be done now, and by which side: the one place that decides it for pages and for all that is sent. */
export function availableActions(introduction: Introduction, speaking: Speaking) {
  const state = stateOf(introduction)
  const isWaiting = state === 'arrived' || state === 'held'
  const isOpen = state === 'expressed' || state === 'accepted' || state === 'claimed'
  const answers = speaking.wish || speaking.adviser
  return {
    write: isOpen || (isWaiting && (speaking.interest || speaking.adviser)),
    vouch: isWaiting && speaking.adviser,
    accept: state === 'expressed' && answers,
    decline: (isOpen && state !== 'claimed' && answers) || (isWaiting && speaking.adviser),
    resume: state === 'declined' && introduction.vouchedAt !== null && answers,
    withdraw: (isOpen || isWaiting) && speaking.interest,
    claim:
      (state === 'accepted' && (answers || speaking.interest)) || (state === 'claimed' && speaking.adviser),
    /** By the side on whose word the tie does not rest, and by nobody for it. */
    confirm: state === 'made' && confirmingFor(introduction, speaking) !== null,
    assign: (isOpen || isWaiting) && speaking.adviser,
  }
}

/** The authority for which a person confirms the tie: neither it nor the partnership rests on its word, and it has not yet said so. */
export function confirmingFor(
  { owner, interested, cooperation, claimedBy }: Introduction,
  speaking: Speaking,
): TalkingAuthority | null {
  if (cooperation?.confirmation !== 'claimed') return null
  const said = [claimedBy, cooperation.claimedBy, ...cooperation.heard]
  const own = [...(speaking.interest ? [interested] : []), ...(speaking.wish ? [owner] : [])]
  return own.find(({ id }) => !said.includes(id)) ?? null
}

export type TalksAction = keyof ReturnType<typeof availableActions>

/** What a person may do at some time in the talks: where it is too late for that, another person was quicker. */
export function isEverAvailable(action: TalksAction, { wish, interest, adviser }: Speaking): boolean {
  if (action === 'vouch' || action === 'assign') return adviser
  if (action === 'withdraw') return interest
  if (action === 'confirm') return interest || wish
  return action === 'write' || action === 'claim' || wish || adviser
}

/** The side that a person speaks as who speaks for several: an authority first. */
export function sideOf(speaking: Speaking): Side {
  return speaking.wish ? 'wish' : speaking.interest ? 'interest' : 'adviser'
}

/** Why an authority declines talks. */
export const refusalReasons = ['competence', 'size', 'calendar', 'budget', 'priority', 'other'] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** A cooperation in one run of text, as choices and mails name it: `Limoges – Icheon (jumelage, 2015)`. */
export function tieWords(
  reader: Reader,
  network: { countries: readonly string[] },
  tie: CooperationSummary,
): string {
  const names = partiesOf(reader, network, tie).map(
    (party) => chooseName(shortNames(party), reader.language).text,
  )
  const { kind, year } = agreementWords(reader, tie)
  const about = [kind, year].filter((each) => each !== undefined).join(', ')
  return about === '' ? names.join(' – ') : `${names.join(' – ')} (${about})`
}
