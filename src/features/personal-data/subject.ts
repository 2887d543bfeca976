import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** A person with an account, in the form in which every feature is asked about them. */
export function subjectOf(person: { id: string; name: string; address: string }): DataSubject {
  return {
    personId: person.id,
    names: person.name === '' ? [] : [person.name],
    addresses: [person.address.toLowerCase()],
  }
}
