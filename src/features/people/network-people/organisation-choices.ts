import { type FieldError, type FormValues, fieldError } from '../../../platform/input/form.ts'
import { countParts } from '../../../platform/input/list-action.ts'
import { type Choices, chosenId } from '../../directory/index.ts'

/** More than this nobody speaks for, and each name is looked up. */
export const mostOrganisations = 20

/** The fields for organisations of the form that invites. */
export function invitedNames(values: FormValues): string[] {
  const count = Math.min(mostOrganisations, countParts(values, 'organisations'))
  return Array.from({ length: count }, (_, index) => `organisations.${index}`)
}

/** Refuses organisations of a country that is none of the network's. */
export function abroadErrors(choices: Choices, countries: readonly string[]): FieldError[] {
  return [...choices].flatMap(([name, picked]) =>
    picked.state === 'chosen' && !countries.includes(picked.organisation.country)
      ? [fieldError(`${name}.name`, 'people.error.organisationAbroad')]
      : [],
  )
}

/** Who acts in the name of an organisation is invited for one; readers and coordinators need none. */
export function missingOrganisation(choices: Choices, role: string): FieldError[] {
  if (role !== 'member' && role !== 'contributor') return []
  if ([...choices.values()].some(({ state }) => state !== 'empty')) return []
  const [first] = choices.keys()
  return [fieldError(first ? `${first}.name` : 'organisations', 'people.error.organisationMissing')]
}

/** The organisations that were chosen, each once. */
export function chosenIds(choices: Choices): string[] {
  return [...new Set([...choices.keys()].flatMap((name) => chosenId(choices, name) ?? []))]
}
