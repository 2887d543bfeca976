import { sql } from 'kysely'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { asAnybody, inEachLanguage } from '../../../../platform/letters/letter-reader.ts'
import type { LetterGround, LetterSource } from '../../../../platform/letters/letter-source.ts'
import { mostItems, spanOfLetter } from '../../../../platform/letters/letter-span.ts'
import { shortNames } from '../../../directory/index.ts'
import { selectState } from '../board/queries.ts'
import { selectWishes, type Wish } from '../row/queries.ts'
import { expiryWords } from '../views/wish-words.ts'

/** Wishes and offers that anybody may read and answer, and that are new since the letter before. */
export const newWishes: LetterSource = {
  key: 'partners.newWishes',
  place: 'group',
  title: 'partners.letter.newWishes',
  gather: async (ground) =>
    (await listTold(ground, mostItems)).map((wish) => ({
      key: `wish:${wish.id}`,
      title: wish.title,
      text: wish.text,
      facts: inEachLanguage(ground, (reader) => factsOf(reader, wish)),
      credit: {},
      path: `/partners/${wish.slug}`,
      themes: wish.themes,
      organisationIds: [wish.organisation.id],
    })),
  leftOut: async (ground, told) => {
    if (told.length < mostItems) return []
    const count = (await listTold(ground, null)).length - told.length
    return count > 0 ? [{ kind: 'more', count, path: '/partners?sort=newest' }] : []
  },
}

function listTold(ground: LetterGround, limit: number | null): Promise<Wish[]> {
  const context = asAnybody(ground.context)
  const { since, from } = spanOfLetter(ground)
  return selectWishes(context, {
    condition: sql`w.network_id = ${ground.network.id} and ${selectState(context.today, 'open')}
      and (w.known_on > ${from}::date or (w.known_on = ${from}::date and w.created_at > ${since}))`,
    limit,
  })
}

function factsOf(reader: Reader, wish: Wish): string[] {
  const { t, interfaceLanguage } = reader
  return [
    [
      t(`partners.wish.kind.${wish.kind}`),
      chooseName(shortNames(wish.organisation), reader.language).text,
    ].join(' · '),
    wish.themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
    expiryWords(reader, wish),
  ].map((line) => capitalized(line, interfaceLanguage))
}
