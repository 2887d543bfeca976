import { type RawBuilder, sql } from 'kysely'
import { anonymous, describeActor } from '../context/actor.ts'
import type { Context } from '../context/context.ts'
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

/** Forgets which people did something with records of one kind; `subjectIds` is SQL that lists them. What was done stays. */
export async function forgetActors(
  { database }: Pick<Context, 'database'>,
  subjectKind: string,
  subjectIds: RawBuilder<unknown>,
): Promise<void> {
  await database
    .updateTable('platform_activity')
    .set({ actor: describeActor(anonymous) })
    .where('subject_kind', '=', subjectKind)
    .where(sql<boolean>`subject_id in ${subjectIds} and actor like 'person:%'`)
    .execute()
}
