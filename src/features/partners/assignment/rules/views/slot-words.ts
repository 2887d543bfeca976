import { clockWords } from '../../../../../ui/text/clock-lines.tsx'
import { byOwnSide } from '../../../../directory/index.ts'
import type { SessionRequest } from '../../call.ts'
import type { Slot } from '../../session.ts'

/** When a slot is, on both clocks. */
export function slotWords({ reader, network, ground }: SessionRequest, { startsAt, endsAt }: Slot): string {
  return clockWords(reader, {
    countries: byOwnSide(reader, network.countries),
    hours: { startsAt, endsAt, zone: ground.session.zone },
  })
}
