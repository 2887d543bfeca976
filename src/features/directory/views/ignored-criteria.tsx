import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import type { Ignored } from '../search/schema.ts'

/** Says which criteria were not understood, and how to write them. */
export function IgnoredCriteria({ ignored }: { ignored: Ignored[] }) {
  const reader = useReader()
  return ignored.map(({ name, value }) => (
    <Notice key={name} kind="warning" live>
      <p>{reader.t(explanations[name], { value })}</p>
    </Notice>
  ))
}

const explanations = {
  country: 'directory.search.ignoredCountry',
  kind: 'directory.search.ignoredKind',
  on: 'directory.search.ignoredDay',
} as const
