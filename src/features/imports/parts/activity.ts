import { newId } from '../../../platform/context/identifier.ts'
import { slugOf } from '../../../platform/input/slug.ts'
import { fold } from '../../../platform/search/index.ts'
import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import type { PartRules } from './part-rules.ts'
import type { ActivityValue } from './part-values.ts'
import { areAlike, doMeet } from './side-by-side.ts'

type Activity = CooperationDocument['activities'][number]

/** A dated exchange. It matches one of that time with a similar title, or one of the same kind on the same day. */
export const activityRules: PartRules<ActivityValue> = {
  form: 'activities',
  ways: [],
  compare: ({ activities }, value) => {
    const found = activities.find((activity) => isSame(activity, value))
    return found ? { outcome: 'confirms', entryId: found.id } : { outcome: 'adds', entryId: null }
  },
  apply: (document, value, writingContext, { finding }) => {
    const subject = (id: string) => ({ subjectKind: 'activity', subjectId: id, field: 'activity' })
    if (finding.entryId !== null)
      return { document, subject: subject(finding.entryId), entryId: finding.entryId }
    const activity: Activity = {
      id: newId(),
      slug: slugOf(value.title, value.kind.replaceAll('_', '-')),
      kind: value.kind,
      title: { [writingContext.language]: { text: value.title, state: 'original' } },
      when: value.date,
      words: {},
      state: value.state,
      firmness: value.state === 'planned' ? 'planned' : null,
      guestCountries: [],
      placeId: null,
      frame: {},
      organisations: document.parties.flatMap(({ id, capacity }) =>
        capacity === 'party' ? [{ id, role: 'participant' }] : [],
      ),
      knownOn: writingContext.today,
    }
    return {
      document: { ...document, activities: [...document.activities, activity] },
      subject: subject(activity.id),
      entryId: activity.id,
    }
  },
}

function isSame({ when, title, kind }: Activity, { date, ...value }: ActivityValue): boolean {
  if (when === null || date === null) return likenessOf(title, value.title) >= mostlyAlike
  // Words are compared last: of a thousand exchanges few have the same time.
  if (!doMeet(when, date)) return false
  return (kind === value.kind && areAlike(when, date)) || likenessOf(title, value.title) >= somewhatAlike
}

const likenessOf = (title: Activity['title'], words: string) =>
  Math.max(0, ...Object.values(title).map(({ text }) => sharedWords(text, words)))

const somewhatAlike = 0.34
const mostlyAlike = 0.6

/** The share of the words of the shorter text that the other contains. */
function sharedWords(one: string, other: string): number {
  const [shorter, longer] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size)
  if (!shorter || !longer || shorter.size === 0) return 0
  return [...shorter].filter((word) => longer.has(word)).length / shorter.size
}

function wordsOf(text: string): Set<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 3 || /[가-힣]{2}/.test(word) || /^\d{4}$/.test(word)))
}
