import { languageOf } from '../../platform/i18n/country-language.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { MapTie } from '../../ui/map/map-tie.ts'
import type { TieParty } from '../../ui/tie/tie-line.tsx'
import { shortNames } from '../directory/index.ts'
import type { Network } from '../networks/index.ts'
import { isAct } from './codes.ts'
import type { CooperationSummary, Party } from './cooperations/summary.queries.ts'
import { paths } from './paths.ts'

/** The parties of a tie, the reader’s side first, without bodies that are only linked to it. */
export function partiesOf(
  reader: Reader,
  network: { countries: readonly string[] },
  cooperation: CooperationSummary,
): Party[] {
  return inOrderOfSides(
    reader,
    network.countries,
    cooperation.parties.filter((party) => party.capacity === 'party'),
  )
}

export function tieParties(
  reader: Reader,
  network: Pick<Network, 'slug'>,
  parties: Pick<Party, 'slug' | 'name' | 'shortName' | 'country'>[],
): TieParty[] {
  return parties.map((party) => ({
    name: shortNames(party),
    country: party.country,
    language: languageOf(party.country),
    href: paths.organisation(reader, network.slug, party.slug),
  }))
}

/** The words on a tie's line: its agreement and the year. */
export function agreementWords(
  reader: Reader,
  { agreement }: CooperationSummary,
): { kind?: string; year?: string } {
  if (!agreement) return {}
  const kind = reader.t(`registry.agreementKind.${agreement.kind}`)
  const unsigned = agreement.state !== null && !isAct(agreement.state)
  return {
    kind:
      unsigned && agreement.state
        ? `${kind}, ${reader.t(`registry.agreementState.${agreement.state}`)}`
        : kind,
    ...(agreement.happened && !unsigned ? { year: agreement.happened.slice(0, 4) } : {}),
  }
}

/** The properties that draw one tie as a line. */
export function tieLine(
  reader: Reader,
  network: Pick<Network, 'slug' | 'countries'>,
  cooperation: CooperationSummary,
) {
  return {
    reader,
    parties: tieParties(reader, network, partiesOf(reader, network, cooperation)),
    status: cooperation.standing.status,
    ...agreementWords(reader, cooperation),
  }
}

/** A tie as a line on a map. */
export function mapTie(
  reader: Reader,
  network: Pick<Network, 'slug' | 'countries'>,
  cooperation: CooperationSummary,
): MapTie {
  return {
    key: cooperation.slug,
    href: paths.cooperation(reader, network.slug, cooperation.slug),
    status: cooperation.standing.status,
    ends: partiesOf(reader, network, cooperation).map((party) => ({
      name: shortNames(party),
      country: party.country,
      language: languageOf(party.country),
      point:
        party.longitude === null || party.latitude === null
          ? null
          : ([party.longitude, party.latitude] as const),
    })),
    ...agreementWords(reader, cooperation),
  }
}

/** A network’s countries with the reader’s own side first: no country comes first for everyone. */
export function ownSideFirst(reader: Reader, countries: readonly string[]): string[] {
  const own = countries.filter((country) => languageOf(country) === reader.language)
  return [...own, ...countries.filter((country) => !own.includes(country))]
}

/** Parties in the order of the reader’s sides; those of one country keep their order. */
export function inOrderOfSides<T extends { country: string }>(
  reader: Reader,
  countries: readonly string[],
  parties: T[],
): T[] {
  const order = ownSideFirst(reader, countries)
  const rank = (country: string) => (order.includes(country) ? order.indexOf(country) : order.length)
  return parties
    .map((party, index) => ({ party, index }))
    .sort((a, b) => rank(a.party.country) - rank(b.party.country) || a.index - b.index)
    .map(({ party }) => party)
}
