import type { Demonstration } from '../demonstration-files.ts'
import type { ActivityEntry } from '../schema.ts'

export interface DatedActivity {
  activity: ActivityEntry
  /** Since when the facts of its file are known. */
  knownOn: string
  /** Slug of the tie in whose file it stands. */
  cooperation?: string
}

export interface Later {
  organisations: Demonstration['organisations']['organisations']
  sources: Demonstration['sources']
  events: DatedActivity[]
  /** Events that were there before, of which the files have come to say for how many visits they stand. */
  counts: DatedActivity[]
}

/** What the files of a demonstration have come to say after an edition. */
export function laterThan(
  { organisations, sources, cooperations, activities }: Omit<Demonstration, 'network'>,
  edition: number,
): Later {
  const isLater = (entry: { edition: number }) => entry.edition > edition
  const all: DatedActivity[] = [
    ...cooperations.flatMap((file) =>
      file.activities.map((activity) => ({ activity, knownOn: file.known_on, cooperation: file.slug })),
    ),
    ...activities.activities.map((activity) => ({ activity, knownOn: activities.known_on })),
  ]
  return {
    organisations: organisations.organisations.filter(isLater),
    sources: { ...sources, sources: sources.sources.filter(isLater) },
    events: all.filter(({ activity }) => isLater(activity)),
    counts: all.filter(({ activity }) => !isLater(activity) && activity.visits_edition > edition),
  }
}
