import { z } from 'zod'
import type { Context } from '../../../../../platform/context/context.ts'
import { findingOf, mostFound, type NetworkPart } from '../../../../../platform/http/network-part.ts'
import { fold } from '../../../../../platform/search/index.ts'
import { EntryList } from '../../../../../ui/blocks/entry-list.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { confidentialities, type Expectation, states } from '../../expectation.ts'
import { Party } from '../../views/party.tsx'
import { readExpectationFilter } from '../filter.ts'
import { listExpectations } from '../queries.ts'
import { TitleLink } from './expectation-table.tsx'

/** The expectations that bear the words that are searched for, those alone that the reader may see. */
export const foundExpectations: NetworkPart = {
  place: 'search',
  draw: async ({ context, reader, network, text = '' }) => {
    const found = await listFound(context, network.id, text)
    if (found.length === 0) return null
    return (
      <Section id="expectations" title={reader.t('partners.expectations.title')}>
        <EntryList
          entries={found.map((each) => ({
            key: each.id,
            title: <TitleLink reader={reader} network={network.slug} expectation={each} />,
            meta: (
              <>
                <Party reader={reader} network={network.slug} organisation={each.asker} />{' '}
                <span aria-hidden="true">→</span>{' '}
                <Party reader={reader} network={network.slug} organisation={each.asked} />
                {' · '}
                {reader.t(`partners.state.${each.state}`)}
              </>
            ),
          }))}
        />
      </Section>
    )
  },
  finding: findingOf({
    type: 'expectation',
    facts: z.object({
      asker: z.string().describe('Slug of whoever expects it'),
      addressed_to: z.string().describe('Slug of the member of which it is expected'),
      status: z.enum(states),
      confidentiality: z.enum(confidentialities),
      languages: z.array(z.string()).describe('BCP 47: in which it can be read'),
    }),
    list: async ({ context, network, text = '' }) => {
      const found = await listFound(context, network.id, text)
      return found.map(({ id, slug, asker, asked, title, text: words, updatedAt, ...rest }) => ({
        id,
        slug,
        path: `/expectations/${slug}`,
        updatedAt,
        name: title,
        facts: {
          asker: asker.slug,
          addressed_to: asked.slug,
          status: rest.state,
          confidentiality: rest.confidentiality,
          languages: [...new Set([...Object.keys(title), ...Object.keys(words)])],
        },
      }))
    },
  }),
}

async function listFound(context: Context, networkId: string, text: string): Promise<Expectation[]> {
  if (fold(text) === '') return []
  return listExpectations(context, networkId, readExpectationFilter({ q: text }), {
    limit: mostFound,
    offset: 0,
  })
}
