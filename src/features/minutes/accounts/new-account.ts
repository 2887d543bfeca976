/** A source of the registry that tells of a meeting. */
export interface NewAccount {
  sourceId: string
  /** The organisation that wrote it. */
  organisationId: string | null
  /** It serves as the minutes of the meeting. */
  isMinutes: boolean
  knownOn: string
}
