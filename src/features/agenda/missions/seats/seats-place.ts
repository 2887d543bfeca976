import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Sheet } from '../sheet/queries.ts'
import { stopName } from '../stop-name.ts'

/** Where the seats of an offer are: a stop, else the whole mission, as also for an offer that no longer exists. */
export function seatsPlace(
  reader: Reader,
  { mission, refs }: Pick<Sheet, 'mission' | 'refs'>,
  seatsId: string,
): { text: string; language: string } {
  const stopId = mission.seats.find(({ id }) => id === seatsId)?.stopId
  const at = mission.stops.findIndex(({ id }) => id === stopId)
  const stop = mission.stops[at]
  if (stop) return stopName(reader, stop, refs, at + 1)
  return { text: reader.t('agenda.mission.wholeMission'), language: reader.interfaceLanguage }
}
