import type { Settings } from '../settings/settings.ts'
import { type Clock, dayOf } from './clock.ts'

/** The day on which a group is seen and its writes become known: NOW, else the day its demonstration opens, else today. */
export function ownDay(
  { settings, clock }: { settings: Pick<Settings, 'now'>; clock: Clock },
  opensOn: string | null | undefined,
): string {
  return settings.now ?? opensOn ?? dayOf(clock)
}
