import type { NetworkPart } from '../../../../platform/http/network-part.ts'
import { Section } from '../../../../ui/text/headings.tsx'
import { byOwnSide } from '../../../directory/index.ts'
import { linesByYear, pairsOf } from '../ledger.ts'
import { paths } from '../paths.ts'
import { listVisits } from '../queries.ts'
import { YearTable } from './year-table.tsx'

/** The visits between the sides, year by year, on the page of the group; the ledger has them tie by tie. */
export const reciprocityOfGroup: NetworkPart = {
  place: 'group',
  render: async ({ context, reader, network }) => {
    const [pair] = pairsOf(byOwnSide(reader, network.countries))
    const visits = await listVisits(context, network.id)
    if (!pair || visits.length === 0) return null
    return (
      <Section
        id="reciprocity"
        title={reader.t('partners.reciprocity.title')}
        aside={<a href={paths.ledger(reader, network.slug)}>{reader.t('partners.reciprocity.byTie')}</a>}
      >
        <YearTable pair={pair} years={linesByYear(pair, visits)} />
      </Section>
    )
  },
}
