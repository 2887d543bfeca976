import type { Context } from '../../../platform/context/context.ts'
import { type FieldError, type FormValues, fieldError } from '../../../platform/input/form.ts'
import { countParts } from '../../../platform/input/list-action.ts'
import { type Choices, choiceErrors, chosenId, readChoices } from '../../directory/index.ts'

/** More than this nobody speaks for, and each name is looked up. */
export const mostOrganisations = 20

/** What was meant in each field for an organisation of the form that invites. */
export function readInvited(context: Context, values: FormValues): Promise<Choices> {
  const count = Math.min(mostOrganisations, countParts(values, 'organisations'))
  const names = Array.from({ length: count }, (_, index) => `organisations.${index}`)
  return readChoices(context, values, names)
}

/** What is wrong with the organisations of a form: unknown, one of several, or of a country that is none of the network's. */
export function organisationErrors(
  choices: Choices,
  countries: readonly string[],
  mayBeEmpty = true,
): FieldError[] {
  const abroad = [...choices].flatMap(([name, picked]) =>
    picked.state === 'chosen' && !countries.includes(picked.organisation.country)
      ? [fieldError(`${name}.name`, 'people.error.organisationAbroad')]
      : [],
  )
  return [...choiceErrors(choices, mayBeEmpty), ...abroad]
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
