import { z } from 'zod'
import { dayInput } from '../../../platform/input/date-input.ts'
import {
  type FieldError,
  type FormState,
  type FormValues,
  fieldError,
  says,
} from '../../../platform/input/form.ts'
import { countParts } from '../../../platform/input/list-action.ts'
import { type Choices, chosenId } from '../../directory/index.ts'
import { identifier, personName, typedAddress, writtenLanguage } from '../schema.ts'

/** The roles that an invitation gives. The chair is named instead. */
export const invitedRoles = ['coordinator', 'member', 'contributor', 'reader'] as const

/** Nobody speaks for more than this, and each name costs a lookup. */
const mostOrganisations = 20

export const invitationForm = z.object({
  address: typedAddress,
  name: personName,
  role: z.enum(invitedRoles),
  language: writtenLanguage,
  organisations: z.array(z.object({})).max(mostOrganisations).default([]),
  words: z
    .string()
    .trim()
    .max(1000)
    .transform((text) => text || null)
    .default(null),
})

export const roleEndForm = z.object({
  /** Empty for now. */
  endsOn: z.union([z.literal(''), dayInput(says('people.error.day'))]).default(''),
  reason: z
    .string()
    .trim()
    .max(300)
    .transform((text) => text || null)
    .default(null),
})

export const chairForm = z.object({
  personId: identifier,
})

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

/** A refused form of the page with its errors. `form` says which one, so that it is drawn open and in its place. */
export interface SentForm extends FormState {
  form: 'invitation' | 'chair' | 'role'
  /** The role that was to end. */
  id?: string
  /** The organisation chosen in each field. */
  choices?: Choices
}
