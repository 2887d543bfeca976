import type { Point } from '../directory-record.ts'
import { koreanName, readGeonamesPlaces } from '../geonames-source.ts'
import { type Cog, readCog } from './cog-source.ts'
import { type CommuneLife, communeLives } from './commune-lives.ts'
import { type PlaceFinder, placeFinder } from './place-finder.ts'
import { type NameNote, readCommuneCentres, readMovements, readNameNotes } from './stored-sources.ts'

export type FranceSources = {
  cog: Cog
  lives: CommuneLife[]
  notes: Map<string, NameNote>
  centres: Map<string, Point>
  findPlace: PlaceFinder
}

/** Reads every source of the French directory once. */
export function readFranceSources(): FranceSources {
  const centres = readCommuneCentres()
  return {
    cog: readCog(),
    lives: communeLives(readMovements()),
    notes: readNameNotes(),
    centres,
    findPlace: placeFinder(readGeonamesPlaces(), centres),
  }
}

/** What is known of a commune's place: its point (GeoNames, else the centre of its area), its GeoNames number
 * and its Korean name. */
export function communePlace(
  sources: Pick<FranceSources, 'findPlace' | 'centres'>,
  commune: { code: string; name: string; formerCodes?: readonly string[]; formerNames?: readonly string[] },
): { point: Point | undefined; geonames: string; korean: string | undefined } {
  const { code, name, formerCodes = [], formerNames = [] } = commune
  const places = [name, ...formerNames].map((one) => sources.findPlace({ code, name: one }))
  const place = places.find((one) => one !== undefined)
  return {
    point: place?.point ?? centreOf(sources.centres, [code, ...formerCodes]),
    geonames: place?.id ?? '',
    // GeoNames may still have the old name: its Korean form is not that of the new one.
    korean: places[0] === undefined ? undefined : koreanName(places[0]),
  }
}

function centreOf(centres: ReadonlyMap<string, Point>, codes: readonly string[]): Point | undefined {
  return codes.map((code) => centres.get(code)).find((point) => point !== undefined)
}
