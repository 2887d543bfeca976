/** Roles that may be allowed to compose, beside coordinators. */
export const composerRoles = ['member', 'contributor'] as const
export type ComposerRole = (typeof composerRoles)[number]

/** How a network makes its letters. */
export interface Practice {
  /** Whether a person other than the last editor must approve. */
  needsSecond: boolean
  composers: ComposerRole[]
  /** Whether openings and clicks are counted. */
  isCounting: boolean
}
