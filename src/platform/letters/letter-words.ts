/** What every letter says of itself at its foot. */
export interface LetterWords {
  credit: string
  web: string
  /** The group to write to. */
  group: string
  reason: string
  preferences: string
  unsubscribe: string
}

/** Placeholders in a drawn letter for each reader’s own addresses. */
export const placeholders = { preferences: '{{preferences}}', unsubscribe: '{{unsubscribe}}' } as const
