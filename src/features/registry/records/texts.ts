import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { figuresOf, resourcesOf } from './places.ts'
import type { CooperationParts } from './queries.ts'

/** The texts of a cooperation's record by the place where they stand in it, as in `agreements/0/title`. */
export function textsOf(parts: CooperationParts): Record<string, LocalizedText> {
  const { cooperation, details, agreements, activities, disputes } = parts
  return {
    summary: cooperation.summary,
    since_words: cooperation.sinceWords,
    ...textsIn('agreements', agreements, ({ title, object }) => ({ title, object })),
    ...textsIn('actor_roles', details.actors, ({ role }) => ({ role })),
    ...textsIn('activities', activities, ({ title, words, frame }) => ({ title, words, frame })),
    ...textsIn('prospects', details.prospects, ({ text }) => ({ text })),
    ...textsIn('figures', figuresOf(parts), ({ label }) => ({ label })),
    ...textsIn('resources', resourcesOf(parts), ({ label }) => ({ label })),
    ...(details.inheritance ? { 'inherited/reference': details.inheritance.reference } : {}),
    ...textsIn('disputed', disputes, ({ note }) => ({ note })),
  }
}

function textsIn<T>(
  list: string,
  records: T[],
  texts: (record: T) => Record<string, LocalizedText>,
): Record<string, LocalizedText> {
  return Object.fromEntries(
    records.flatMap((record, index) =>
      Object.entries(texts(record)).map(([name, text]) => [`${list}/${index}/${name}`, text] as const),
    ),
  )
}
