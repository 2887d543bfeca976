import { organisationsOf, roles } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { zoneOf } from '../../../platform/dates/index.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { byOwnSide } from '../country-name.ts'
import { listOrganisationRefs } from './queries.ts'

/** In whose hours somebody types: those of the country of the organisation that they speak for, else of the side of their language. */
export async function findOwnZone(
  context: Context,
  reader: Reader,
  network: { id: string; countries: readonly string[] },
): Promise<string> {
  const [own = ''] = organisationsOf(context.actor, network.id, roles)
  const country = own === '' ? '' : (await listOrganisationRefs(context, [own])).get(own)?.country
  const [side = ''] = byOwnSide(reader, network.countries)
  return zoneOf(country && network.countries.includes(country) ? country : side)
}
