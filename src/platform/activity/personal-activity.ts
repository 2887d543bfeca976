import { removeNames } from '../personal-data/naming-rows.ts'
import { collected, type PersonalData } from '../personal-data/personal-data.ts'

/** What somebody did: it stays, under a number that leads to nobody once the account is erased. */
export const personalActivity: PersonalData = {
  collect: async ({ database }, { personId }) => {
    if (personId === null) return []
    const activities = await database
      .selectFrom('platform_activity')
      .select(['verb', 'subject_kind as kind', 'happened_at as writtenAt'])
      .where('actor', '=', `person:${personId}`)
      .orderBy('activity_id', 'desc')
      .execute()
    return collected('activities', activities)
  },

  erase: async (context, subject) => {
    const columns = { keys: ['activity_id'], texts: ['detail'] } as const
    await removeNames(context, 'platform_activity', columns, subject)
  },
}
