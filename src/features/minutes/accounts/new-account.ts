/** What was written about a meeting and is kept as a source of the registry. */
export interface NewAccount {
  sourceId: string
  /** The body whose account it is. */
  organisationId: string | null
  /** It stands as the minutes of the meeting. */
  isMinutes: boolean
  knownOn: string
}
