import type { Reader } from '../../../platform/i18n/reader.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import type { Ignored } from '../search/schema.ts'

/** Says which criteria were not understood, and how to write them. */
export function IgnoredCriteria({ reader, ignored }: { reader: Reader; ignored: Ignored[] }) {
  return ignored.map(({ name, value }) => (
    <Notice key={name} reader={reader} kind="warning" live>
      <p>{reader.t(explanations[name], { value })}</p>
    </Notice>
  ))
}

const explanations = {
  country: 'directory.search.ignoredCountry',
  kind: 'directory.search.ignoredKind',
  on: 'directory.search.ignoredDay',
} as const
