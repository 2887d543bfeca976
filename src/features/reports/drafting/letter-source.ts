import { listEditions } from '../../../platform/editions/editions.ts'
import { asAnybody, inEachLanguage, wordsInEachLanguage } from '../../../platform/letters/letter-reader.ts'
import type { LetterSource } from '../../../platform/letters/letter-source.ts'
import { spanOfLetter } from '../../../platform/letters/letter-span.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import { seriesOf } from './report.ts'

/** The reports that were published since the letter before. */
export const newReports: LetterSource = {
  key: 'reports.published',
  place: 'group',
  title: 'reports.letterPart.title',
  gather: async (letter) => {
    const { since } = spanOfLetter(letter)
    const editions = await listEditions(asAnybody(letter.context), seriesOf(letter.network.id))
    return editions
      .filter(
        ({ madeAt, withdrawnAt }) => withdrawnAt === null && madeAt.getTime() > new Date(since).getTime(),
      )
      .map(({ number, day, digest }) => ({
        key: `report:${number}`,
        title: wordsInEachLanguage(letter, (reader) =>
          reader.t('reports.letterPart.item', { number: String(number), day: dayWords(reader, day) }),
        ),
        text: {},
        facts: inEachLanguage(letter, () => [`SHA-256 ${digest.slice(0, 16)}…`]),
        credit: {},
        path: `/reports/${number}`,
        themes: [],
        organisationIds: [],
      }))
  },
}
