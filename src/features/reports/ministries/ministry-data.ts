import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { addressees, addresseesOn, parseAddressees } from './addressees.ts'
import { ministryForm, parseForm } from './form.ts'

/** What a report holds for the ministries: their forms, and who they are on its day. Frozen with the facts, so that a later form changes no edition. */
export const ministryFacts = z.object({ forms: z.array(ministryForm), addressees })

/** The forms of this release (`data/reports`) for the countries of a group, and the addressees of its letters on a day. */
export function readMinistries(countries: readonly string[], day: string): z.output<typeof ministryFacts> {
  const folder = projectPath('data', 'reports', 'forms')
  const forms = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => parseForm(readFileSync(`${folder}/${name}`, 'utf8')))
  const rows = parseAddressees(readFileSync(projectPath('data', 'reports', 'addressees.tsv'), 'utf8'))
  return {
    forms: forms.filter(({ country }) => countries.includes(country)),
    addressees: addresseesOn(rows, countries, day),
  }
}
