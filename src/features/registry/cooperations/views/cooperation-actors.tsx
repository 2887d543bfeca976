import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { kindName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { FindMarks } from '../../evidence-marks.ts'
import { paths } from '../../paths.ts'
import { inOrderOfSides } from '../../sides.ts'
import type { CooperationDetails } from '../details/queries.ts'
import type { CooperationRow } from '../row/queries.ts'

interface CooperationActorsProps {
  network: Network
  cooperation: CooperationRow
  details: CooperationDetails
  marks: FindMarks
}

/** The bodies that take part beside the parties, each with what it does. */
export function CooperationActors({ network, cooperation, details, marks }: CooperationActorsProps) {
  const reader = useReader()
  return (
    <EntryList
      layout="columns"
      entries={inOrderOfSides(reader, network.countries, details.actors).map((actor) => ({
        key: actor.slug,
        title: (
          <Statement evidence={marks(cooperation.id, `actors/${actor.slug}`)}>
            <a href={paths.organisation(reader, network.slug, actor.slug)}>
              <Name name={actor.name} own={languageOf(actor.country)} />
            </a>
          </Statement>
        ),
        meta: kindName(reader, actor.kind),
        body: <Passage text={actor.role} />,
      }))}
    />
  )
}
