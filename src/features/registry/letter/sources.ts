import { asAnybody, inEachLanguage, wordsInEachLanguage } from '../../../platform/letters/letter-reader.ts'
import type { LetterContext, LetterItem, LetterSource } from '../../../platform/letters/letter-source.ts'
import { spanOfLetter } from '../../../platform/letters/letter-span.ts'
import type { Anniversary } from '../anniversaries.ts'
import { type AnniversarySubject, findAnniversaries } from '../home/anniversaries.queries.ts'
import { anniversaryWords, subjectWords } from '../home/anniversaries.tsx'
import { newTies } from './new-ties.ts'

const leastYears = 10

/** Round anniversaries of the months ahead: ten years and more. */
const anniversaries: LetterSource = {
  key: 'registry.anniversaries',
  place: 'group',
  title: 'registry.letter.anniversaries',
  gather: async (letterContext) => {
    const { until } = spanOfLetter(letterContext)
    const found = await findAnniversaries(
      asAnybody(letterContext.context),
      letterContext.network.id,
      // « 2018 » sorts before any day of that year.
      ({ years, on }) => years >= leastYears && on <= until,
    )
    return found.map((anniversary) => itemOf(letterContext, anniversary))
  },
}

function itemOf(letterContext: LetterContext, anniversary: Anniversary<AnniversarySubject>): LetterItem {
  const { subject, years } = anniversary
  return {
    ...concerned(subject, years),
    title: wordsInEachLanguage(letterContext, (reader) =>
      subjectWords(reader, letterContext.network, subject),
    ),
    text: {},
    facts: inEachLanguage(letterContext, (reader) => [anniversaryWords(reader, anniversary)]),
    credit: {},
  }
}

function concerned(
  subject: AnniversarySubject,
  years: number,
): Pick<LetterItem, 'key' | 'path' | 'themes' | 'organisationIds'> {
  if (subject.kind === 'landmark')
    return {
      key: `anniversary:${subject.landmark.slug}:${years}`,
      path: null,
      themes: [],
      organisationIds: subject.concerns.map(({ id }) => id),
    }
  const { id, slug, themes, parties } = subject.cooperation
  const of = subject.kind === 'signature' ? subject.agreement.id : id
  return {
    key: `anniversary:${of}:${years}`,
    path: `/cooperations/${slug}`,
    themes,
    organisationIds: parties.filter(({ capacity }) => capacity === 'party').map((party) => party.id),
  }
}

/** What the registry offers to a letter, in reading order. */
export const registryLetterSources: readonly LetterSource[] = [newTies, anniversaries]
