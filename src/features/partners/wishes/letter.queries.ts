import { sql } from 'kysely'
import { asAnybody } from '../../../platform/letters/letter-reader.ts'
import type { LetterContext } from '../../../platform/letters/letter-source.ts'
import { spanOfLetter } from '../../../platform/letters/letter-span.ts'
import { selectState } from './board/queries.ts'
import { selectWishes, type Wish } from './queries.ts'

/** The open wishes that became known since the letter before, as anybody reads them, the newest first; all of them without a limit. */
export function listToldWishes(letterContext: LetterContext, limit: number | null): Promise<Wish[]> {
  const context = asAnybody(letterContext.context)
  const { since, from } = spanOfLetter(letterContext)
  return selectWishes(context, {
    condition: sql`w.network_id = ${letterContext.network.id} and ${selectState(context.today, 'open')}
      and (w.known_on > ${from}::date or (w.known_on = ${from}::date and w.created_at > ${since}))`,
    limit,
  })
}
