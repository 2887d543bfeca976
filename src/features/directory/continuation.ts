import type { OrganisationRecord } from './queries.ts'

const continuing = ['recode', 'rename', 'status_change'] as const

/** The only thing that changed on the first day of an organisation that continues another record; null if it began as something new. */
export function continuationOf({
  validFrom,
  predecessors,
}: Pick<OrganisationRecord, 'validFrom' | 'predecessors'>): (typeof continuing)[number] | null {
  const [first, ...others] = predecessors.filter(({ happenedOn }) => happenedOn === validFrom)
  if (validFrom === null || !first || others.length > 0) return null
  return continuing.find((change) => change === first.change) ?? null
}

/** Whether an organisation existed on an ISO day, under any name or code. */
export function hasBegun(
  organisation: Pick<OrganisationRecord, 'validFrom' | 'predecessors'>,
  on: string,
): boolean {
  return (
    organisation.validFrom === null || organisation.validFrom <= on || continuationOf(organisation) !== null
  )
}
