import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import type { Network } from '../../../networks/index.ts'
import type { MadeRecord } from '../records/made.queries.ts'

interface MadeListProps {
  network: Network
  records: readonly MadeRecord[]
}

/** Records by name, each with a link; a post shows its organisation, and not its holder. */
export function MadeList({ network, records }: MadeListProps) {
  const reader = useReader()
  const root = `/${reader.language}/${network.slug}`
  return (
    <ul>
      {records.map(({ kind, id, slug, name, of }) => (
        <li key={id}>
          <a href={`${root}/${places[kind]}/${slug || id}`}>
            <Name name={name} />
          </a>
          {of === null ? null : (
            <>
              {' · '}
              <Name name={of} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

const places = {
  cooperation: 'cooperations',
  organisation: 'organisations',
  post: 'contacts',
  event: 'agenda',
}
