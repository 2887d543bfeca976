import { eraseFrom } from '../personal-data/erase-from.ts'
import { collected, type PersonalData } from '../personal-data/personal-data.ts'

/** What a person did: it stays, under a number that leads to nobody once the account is erased. */
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
    await eraseFrom(context, subject, [
      { table: 'platform_activity', key: ['activity_id'], texts: ['detail'] },
    ])
  },
}
