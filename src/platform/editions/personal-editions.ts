import { eraseFrom } from '../personal-data/erase-from.ts'
import { listNamingRows } from '../personal-data/naming-rows.ts'
import type { PersonalData } from '../personal-data/personal-data.ts'
import { digestOf, verifyDigest } from './frozen-facts.ts'

/** People named in editions and errata. What somebody published or corrected is read out with their activity. */
export const personalEditions: PersonalData = {
  collect: async () => [],

  erase: async (context, subject) => {
    const { database, clock } = context
    const columns = { keys: ['edition_id'], texts: ['facts'], documents: ['facts'] } as const
    for (const { keys, changes } of await listNamingRows(context, 'platform_edition', columns, subject)) {
      const { facts, digest, erasedDigest } = await database
        .selectFrom('platform_edition')
        .select(['facts', 'digest', 'erased_digest as erasedDigest'])
        .where('edition_id', '=', keys.edition_id)
        .executeTakeFirstOrThrow()
      const left = changes.facts
      if (left === undefined || left === facts) continue
      // What was altered before stays refused: an erasure vouches for nothing.
      const isWhole = verifyDigest({ text: facts, digest: erasedDigest ?? digest })
      const erased = isWhole
        ? { erased_at: clock.now().toString(), erased_digest: digestOf(JSON.parse(left)) }
        : {}
      await database
        .updateTable('platform_edition')
        .set({ facts: left, ...erased })
        .where('edition_id', '=', keys.edition_id)
        .execute()
    }
    await eraseFrom(context, subject, [
      {
        table: 'platform_edition',
        key: ['edition_id'],
        texts: ['withdrawn_reason'],
        people: { made_by: null, withdrawn_by: null },
      },
      {
        table: 'platform_erratum',
        key: ['erratum_id'],
        texts: ['said', 'text', 'word'],
        people: { person_id: null },
      },
    ])
  },
}
