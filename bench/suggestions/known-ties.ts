import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTsv } from '../../tools/directory/tsv.ts'

/** A twinning of a French place as Wikidata knew it in July 2017. */
export interface WikidataTie {
  origin: WikidataPlace
  partner: WikidataPlace
  /** As the extract names it. */
  country: string
}

export interface WikidataPlace {
  name: string
  latitude: number
  longitude: number
  population: number | null
}

const file = join(import.meta.dirname, '../../../shared/reference/wikidata-french-ties-2017.tsv')

/** The ties of the extract that say where both sides are; null where the file is not beside the project. */
export function readWikidataTies(): { ties: WikidataTie[]; unplaced: number } | null {
  if (!existsSync(file)) return null
  const rows = parseTsv(readFileSync(file, 'utf8'))
  const ties = rows.flatMap((row): WikidataTie[] => {
    const origin = placeOf(row.origincityLabel, row.originlat, row.originlong, row.originpopulation)
    const partner = placeOf(
      row.sistercityLabel,
      row.destinationlat,
      row.destinationlong,
      row.destinationpopulation,
    )
    return origin && partner ? [{ origin, partner, country: row.destination_countryLabel ?? '' }] : []
  })
  return { ties, unplaced: rows.length - ties.length }
}

function placeOf(name = '', lat = '', lon = '', population = ''): WikidataPlace | null {
  if (lat === '' || lon === '') return null
  const people = Number(population)
  return {
    name,
    latitude: Number(lat),
    longitude: Number(lon),
    population: population === '' || !(people > 0) ? null : people,
  }
}
