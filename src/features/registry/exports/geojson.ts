import type { CooperationAnswer } from '../records/schema.ts'
import { nameOf } from './tie-name.ts'

/** Cooperations as GeoJSON (RFC 7946): a line between the parties of a tie, a point if only one has a place. */
export async function* writeGeoJson(slices: AsyncIterable<CooperationAnswer[]>): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":['
  let separator = '\n'
  for await (const records of slices) {
    for (const record of records) {
      yield `${separator}${JSON.stringify(feature(record))}`
      separator = ',\n'
    }
  }
  yield '\n]}\n'
}

type Position = [longitude: number, latitude: number]

function feature(record: CooperationAnswer) {
  const { id, slug, url, status, intention, since, themes, parties, updated_at } = record
  return {
    type: 'Feature',
    id,
    geometry: geometry(record),
    properties: {
      slug,
      url,
      name: nameOf(record),
      status,
      intention,
      since,
      agreements: record.agreements.map((agreement) => agreement.kind),
      themes,
      parties: parties.map((party) => party.slug),
      countries: [...new Set(parties.map((party) => party.country))],
      updated_at,
    },
  }
}

function geometry({ parties }: CooperationAnswer) {
  const positions = alongSides(parties).flatMap(({ location }): Position[] =>
    location ? [[location.longitude, location.latitude]] : [],
  )
  if (positions.length > 1) return { type: 'LineString', coordinates: positions }
  const [alone] = positions
  return alone ? { type: 'Point', coordinates: alone } : null
}

// Two French parties and a Korean one make one line that crosses once.
function alongSides(parties: CooperationAnswer['parties']): CooperationAnswer['parties'] {
  const holders = parties.filter((party) => party.capacity === 'party')
  return [...Map.groupBy(holders, (party) => party.country).values()].flat()
}
