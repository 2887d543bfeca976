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

export const themes = [
  'green_growth',
  'energy',
  'environment',
  'parks_and_gardens',
  'recycling',
  'water',
  'urban_planning',
  'mobility',
  'smart_city',
  'digital_government',
  'digital',
  'innovation',
  'startups',
  'economy',
  'attractiveness',
  'tourism',
  'culture',
  'heritage',
  'arts',
  'gastronomy',
  'crafts_ceramics',
  'creative_industries',
  'sport',
  'youth',
  'education',
  'higher_education',
  'research',
  'vocational_training',
  'employment',
  'early_childhood',
  'ageing',
  'health',
  'social_cohesion',
  'administrative_practice',
  'citizenship',
  'remembrance_peace',
  'agriculture_fisheries',
  'international_relations',
] as const
export type Theme = (typeof themes)[number]

export const activityKinds = [
  'mission',
  'delegation_received',
  'study_visit',
  'meeting',
  'seminar',
  'workshop',
  'conference',
  'forum',
  'summit',
  'trade_fair',
  'festival',
  'exhibition',
  'performance',
  'competition',
  'ceremony',
  'signing',
  'commemoration',
  'residency',
  'exchange',
  'other',
] as const
export type ActivityKind = (typeof activityKinds)[number]

/** Kinds of sources that people add; a declaration is made of what they write beside a change. */
export const sourceKinds = ['minutes', 'account', 'web', 'press', 'law', 'dataset'] as const

export const confirmations = ['claimed', 'confirmed', 'disputed'] as const
export type Confirmation = (typeof confirmations)[number]

/** Whether a text is one of a list's codes. */
export function isCode<T extends string>(codes: readonly T[], text: string | undefined): text is T {
  return codes.some((code) => code === text)
}
