import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'

const commune = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.string(),
  zone: z.string(),
  departement: z.string().optional(),
  commune: z.string().optional(),
  siren: z.string().optional(),
  population: z.number().optional(),
})
const departement = z.object({
  code: z.string(),
  nom: z.string(),
  region: z.string(),
  chefLieu: z.string(),
  zone: z.string(),
})
const region = departement.omit({ region: true })
const grouping = z.object({
  code: z.string(),
  nom: z.string(),
  type: z.string(),
  populationMunicipale: z.number(),
  membres: z.array(z.object({ code: z.string(), nom: z.string(), populationMunicipale: z.number() })),
})

export type CogCommune = z.infer<typeof commune>
export type CogDepartement = z.infer<typeof departement>
export type CogRegion = z.infer<typeof region>
export type CogGrouping = z.infer<typeof grouping>
export type Cog = {
  communes: CogCommune[]
  arrondissements: CogCommune[]
  departements: CogDepartement[]
  regions: CogRegion[]
  groupings: CogGrouping[]
}

// These codes mean a whole collectivity, customary kingdoms or uninhabited land: no commune.
const withoutCommunes = new Set(['977', '978', '984', '986', '989'])

/** Reads the official geographic code as `@etalab/decoupage-administratif` packages it: communes that are
 * authorities, municipal arrondissements, départements, régions, EPCI and EPT. Throws on an unknown shape. */
export function readCog(): Cog {
  const entries = z.array(commune).parse(packaged('communes'))
  return {
    communes: entries.filter(
      (entry) => entry.type === 'commune-actuelle' && !withoutCommunes.has(entry.departement ?? ''),
    ),
    arrondissements: entries.filter((entry) => entry.type === 'arrondissement-municipal'),
    departements: z.array(departement).parse(packaged('departements')),
    regions: z.array(region).parse(packaged('regions')),
    groupings: z.array(grouping).parse([...packaged('epci'), ...packaged('ept')]),
  }
}

function packaged(name: string): unknown[] {
  const require = createRequire(import.meta.url)
  const path = require.resolve(`@etalab/decoupage-administratif/data/${name}.json`)
  return z.array(z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')))
}
