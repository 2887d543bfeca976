import type { CollectedData } from '../../platform/personal-data/personal-data.ts'

/** A person’s data as a file that other programs read (GDPR art. 20). */
export function dataFile(collected: readonly CollectedData[], writtenAt: Temporal.Instant): string {
  const sections = collected.map(({ section, records }) => [section, records])
  return `${JSON.stringify({ writtenAt: writtenAt.toString(), ...Object.fromEntries(sections) }, null, 2)}\n`
}
