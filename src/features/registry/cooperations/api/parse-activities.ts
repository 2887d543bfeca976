import { newId } from '../../../../platform/context/identifier.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { slugOf } from '../../../../platform/input/slug.ts'
import { matchEntries, refuseRepeated } from '../../../../platform/records/api/program-entries.ts'
import { documentPath } from '../../../../platform/records/api/program-record.ts'
import type { EventEntry } from '../../../agenda/events/index.ts'
import type { Reading } from './parse-cooperation.ts'
import type { CooperationInput } from './schema.ts'

type SentActivity = CooperationInput['activities'][number]

/** The exchanges of a tie after a program sent them. */
export function activitiesAfter(reading: Reading, sent: SentActivity[]): EventEntry[] {
  const { before, context } = reading.call
  const at = [...documentPath, 'activities']
  const matched = matchEntries(before.activities, sent, at, reading.wrong)
  return sent.map((activity, index) => {
    const found = matched[index]
    const path = ['activities', index]
    refuseContradictions(reading, activity, found, [...at, index])
    const title = reading.text(found?.title, activity.title, [...path, 'title'])
    return {
      id: found?.id ?? newId(),
      slug: found?.slug ?? slugOf(title.en?.text ?? title.fr?.text ?? '', activity.kind.replaceAll('_', '-')),
      kind: activity.kind,
      title,
      when: activity.when,
      words: found && found.when === activity.when ? found.words : {},
      state: activity.state,
      firmness: activity.firmness,
      guestCountries: activity.guest_countries,
      placeId: activity.place === null ? null : reading.idOf(activity.place),
      frame: reading.text(found?.frame, activity.frame, [...path, 'frame']),
      organisations: activity.organisations.map(({ slug, role }) => ({ id: reading.idOf(slug), role })),
      knownOn: found?.knownOn ?? context.today,
    }
  })
}

function refuseContradictions(
  { call: { context, network }, wrong }: Reading,
  activity: SentActivity,
  found: EventEntry | undefined,
  at: readonly PropertyKey[],
): void {
  if (Object.keys(activity.title).length === 0) wrong.add([...at, 'title'], 'a text in one language at least')
  const isAhead = activity.when !== null && readEdtf(activity.when).from > context.today
  if (activity.state === 'past' && isAhead) wrong.add([...at, 'when'], 'what is past has happened by today')
  if (activity.state !== 'planned' && activity.firmness !== null)
    wrong.add([...at, 'firmness'], 'null for what is no plan')
  for (const [index, country] of activity.guest_countries.entries())
    if (!network.countries.includes(country) && !found?.guestCountries.includes(country))
      wrong.add(
        [...at, 'guest_countries', index],
        `one of the countries of the group: ${network.countries.join(', ')}`,
      )
  refuseRepeated(
    activity.organisations.map(({ slug }) => slug),
    (index) => [...at, 'organisations', index, 'slug'],
    wrong,
  )
}
