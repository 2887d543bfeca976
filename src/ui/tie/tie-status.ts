/** The life of a tie, in the order lists show it; codes of the public API. */
export const tieStatuses = [
  'active',
  'slow',
  'dormant',
  'reactivating',
  'in_talks',
  'prospective',
  'suspended',
  'ended',
] as const

export type TieStatus = (typeof tieStatuses)[number]
