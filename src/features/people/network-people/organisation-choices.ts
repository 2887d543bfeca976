import { type FieldError, type FormValues, fieldError } from '../../../platform/input/form.ts'
import { countParts } from '../../../platform/input/list-action.ts'
import { type Choices, chosenId } from '../../directory/index.ts'

/** Nobody speaks for more than this, and each name costs a lookup. */
export const mostOrganisations = 20

/** The organisation fields of the invitation form. */
export function invitedNames(values: FormValues): string[] {
  const count = Math.min(mostOrganisations, countParts(values, 'organisations'))
  return Array.from({ length: count }, (_, index) => `organisations.${index}`)
}

/** Refuses organisations from countries outside the network. */
export function abroadErrors(choices: Choices, countries: readonly string[]): FieldError[] {
  return [...choices].flatMap(([name, picked]) =>
    picked.state === 'chosen' && !countries.includes(picked.organisation.country)
      ? [fieldError(`${name}.name`, 'people.error.organisationAbroad')]
      : [],
  )
}

/** A member or contributor is invited for an organisation; readers and coordinators need none. */
export function missingOrganisation(choices: Choices, role: string): FieldError[] {
  if (role !== 'member' && role !== 'contributor') return []
  if ([...choices.values()].some(({ state }) => state !== 'empty')) return []
  const [first] = choices.keys()
  return [fieldError(first ? `${first}.name` : 'organisations', 'people.error.organisationMissing')]
}

/** The ids of the chosen organisations, each once. */
export function chosenIds(choices: Choices): string[] {
  return [...new Set([...choices.keys()].flatMap((name) => chosenId(choices, name) ?? []))]
}
