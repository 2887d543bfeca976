import type { Context } from '../../../platform/context/context.ts'

/** Joins sources of the registry to a meeting as part of another command. */
export async function writeAccounts(
  { database }: Context,
  meetingId: string,
  accounts: readonly NewAccount[],
): Promise<void> {
  if (accounts.length === 0) return
  await database
    .insertInto('minutes_account')
    .values(
      accounts.map((account, position) => ({
        meeting_id: meetingId,
        source_id: account.sourceId,
        organisation_id: account.organisationId,
        is_minutes: account.isMinutes,
        position,
        known_on: account.knownOn,
      })),
    )
    .execute()
}

/** A source of the registry that tells of a meeting. */
export interface NewAccount {
  sourceId: string
  /** The organisation that wrote it. */
  organisationId: string | null
  /** It serves as the minutes of the meeting. */
  isMinutes: boolean
  knownOn: string
}
