import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { inEachLanguage } from '../../../platform/letters/letter-reader.ts'
import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { mostItems } from '../../../platform/letters/letter-span.ts'
import { shortNames } from '../../directory/index.ts'
import { listToldWishes } from './letter.queries.ts'
import type { Wish } from './queries.ts'
import { expiryWords } from './views/wish-status.tsx'

/** Wishes and offers that anybody may read and answer, and that are new since the letter before. */
export const newWishes: LetterSource = {
  key: 'partners.newWishes',
  place: 'group',
  title: 'partners.letter.newWishes',
  gather: async (letterContext) =>
    (await listToldWishes(letterContext, mostItems)).map((wish) => ({
      key: `wish:${wish.id}`,
      title: wish.title,
      text: wish.text,
      facts: inEachLanguage(letterContext, (reader) => factsOf(reader, wish)),
      credit: {},
      path: `/partners/${wish.slug}`,
      themes: wish.themes,
      organisationIds: [wish.organisation.id],
    })),
  leftOut: async (letterContext, told) => {
    if (told.length < mostItems) return []
    const count = (await listToldWishes(letterContext, null)).length - told.length
    return count > 0 ? [{ kind: 'more', count, path: '/partners?sort=newest' }] : []
  },
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
