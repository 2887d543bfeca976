import { addMeeting, type NewMeeting } from '../../src/features/minutes/index.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { original } from './build-texts.ts'

// As many digits from the first to the last: what is listed by slug stays in the order in which it was built.
let built = 10_000

export interface BuiltMeeting {
  id: string
  slug: string
  path: string
}

/** Adds a meeting of a network on 12 November 2026, ten days after the tests' today; what matters to the test is given. */
export async function buildMeeting(
  context: Context,
  network: { id: string; slug: string },
  given: Partial<NewMeeting> = {},
): Promise<BuiltMeeting> {
  const { meetingId, slug } = await addMeeting(context, network.id, {
    title: original(`Réunion ${++built}`),
    heldOn: '2026-11-12',
    start: '10:00',
    end: '12:00',
    zone: 'Europe/Paris',
    isHeld: false,
    knownOn: '2026-11-01',
    ...given,
  })
  return { id: meetingId, slug, path: `${network.slug}/meetings/${slug}` }
}
