import type { FormValues } from '../../../../platform/input/form.ts'
import type { Registration } from '../registration.ts'

/** The entry of a registrant, as the fields of a form hold it. */
export function entryValues(registration: Registration): FormValues {
  const { name, organisation, country, language, attendance, address, answers } = registration
  return {
    name,
    organisation,
    country,
    language,
    attendance: attendance ?? '',
    address: address ?? '',
    ...Object.fromEntries(Object.entries(answers).map(([id, answer]) => [`answers.${id}`, answer])),
  }
}
