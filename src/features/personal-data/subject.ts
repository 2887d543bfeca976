import type { CollectedData, DataSubject } from '../../platform/personal-data/personal-data.ts'

/** A person with an account, in the form in which every feature is asked about them. */
export function subjectOf(person: { id: string; name: string; address: string }): DataSubject {
  return {
    personId: person.id,
    names: person.name === '' ? [] : [person.name],
    addresses: [person.address.toLowerCase()],
  }
}

/** A person’s data as a file that other programs read (GDPR art. 20). */
export function dataFile(collected: readonly CollectedData[], writtenAt: Temporal.Instant): string {
  const sections = collected.map(({ section, records }) => [section, records])
  return `${JSON.stringify({ writtenAt: writtenAt.toString(), ...Object.fromEntries(sections) }, null, 2)}\n`
}
