import { existsSync, readFileSync } from 'node:fs'
import { bareName, fold } from '../../../platform/search/index.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import type { NewOrganisation } from '../commands.ts'
import { readReferenceRows } from '../reference-file.ts'
import { readOrganisation } from '../reference-organisation.ts'

/** An authority of a reference file under one of the names that were asked for. */
export interface Reference {
  folded: string
  organisation: NewOrganisation
}

/** Authorities of some countries by folded name, from the reference files: the directory holds only the countries that were loaded. */
export function listReferences(countries: readonly string[], folded: ReadonlySet<string>): Reference[] {
  return [...new Set(countries)].flatMap((country) => {
    const file = projectPath(`data/directory/countries/${country}.tsv`)
    if (!/^[A-Z]{2}$/.test(country) || !existsSync(file)) return []
    return readReferenceRows(readFileSync(file, 'utf8')).flatMap((row) => {
      const organisation = readOrganisation(row)
      return [...new Set(namesOf(organisation))].flatMap((name) =>
        folded.has(name) ? [{ folded: name, organisation }] : [],
      )
    })
  })
}

function namesOf({ name, shortName, aliases }: NewOrganisation): string[] {
  const texts = [...Object.values(name), ...Object.values(shortName), ...aliases.map(({ text }) => text)]
  return texts.flatMap((text) => [fold(text), fold(bareName(text).bare)])
}
