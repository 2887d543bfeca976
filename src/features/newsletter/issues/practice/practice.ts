/** Roles to which composing may be given beside those who look after the letters. */
export const composerRoles = ['member', 'contributor'] as const
export type ComposerRole = (typeof composerRoles)[number]

/** How a network makes its letters. */
export interface Practice {
  /** Somebody else than who wrote last approves. */
  needsSecond: boolean
  composers: ComposerRole[]
  /** What is opened and followed of them is counted. */
  isCounting: boolean
}
