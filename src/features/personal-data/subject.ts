import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Somebody with an account, as every feature is asked about them. */
export function subjectOf(person: { id: string; name: string; address: string }): DataSubject {
  return {
    personId: person.id,
    names: person.name === '' ? [] : [person.name],
    addresses: [person.address.toLowerCase()],
  }
}
