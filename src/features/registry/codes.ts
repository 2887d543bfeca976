/** Codes of the registry's closed lists; their words are in the message files. */
export const statuses = [
  'active',
  'slow',
  'dormant',
  'reactivating',
  'in_talks',
  'prospective',
  'suspended',
  'ended',
] as const
export type Status = (typeof statuses)[number]

export const intentions = ['reactivate', 'deepen', 'sign'] as const
export type Intention = (typeof intentions)[number]

export const agreementKinds = [
  'twinning',
  'friendship',
  'cooperation_agreement',
  'mou',
  'declaration_of_intent',
  'letter_of_intent',
  'partnership_convention',
  'none',
] as const
export type AgreementKind = (typeof agreementKinds)[number]

export const agreementStates = [
  'draft',
  'in_talks',
  'approved',
  'signed',
  'transmitted',
  'in_force',
  'amended',
  'expired',
  'denounced',
  'unsigned',
] as const
export type AgreementState = (typeof agreementStates)[number]

const noActs: readonly AgreementState[] = ['draft', 'in_talks', 'unsigned']

/** Whether a state is an act with a date; that a text is still unsigned on a day is none. */
export function isAct(state: AgreementState): boolean {
  return !noActs.includes(state)
}

/** Kinds of sources that people add; a declaration is made from the reason of a change. */
export const sourceKinds = ['minutes', 'account', 'web', 'press', 'law', 'dataset'] as const

export const confirmations = ['claimed', 'confirmed', 'disputed'] as const
export type Confirmation = (typeof confirmations)[number]
