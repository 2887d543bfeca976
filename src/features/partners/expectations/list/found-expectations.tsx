import { z } from 'zod'
import type { Context } from '../../../../platform/context/context.ts'
import { findingOf, mostFound, type NetworkPart } from '../../../../platform/http/network-part.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { fold } from '../../../../platform/search/index.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { shortNames } from '../../../directory/index.ts'
import { confidentialities, type Expectation, states } from '../expectation.ts'
import { expectationFilter } from './expectation-filter.ts'
import { TitleLink } from './expectation-table.tsx'
import { listExpectations } from './queries.ts'

/** The expectations with the words that are searched for, of those that the reader may see. */
export const foundExpectations: NetworkPart = {
  place: 'search',
  render: async ({ context, reader, network, text = '' }) => {
    const found = await listFound(context, network.id, text)
    if (found.length === 0) return null
    return (
      <Section id="expectations" title={reader.t('partners.expectations.title')}>
        <EntryList
          entries={found.map((each) => ({
            key: each.id,
            title: <TitleLink network={network.slug} expectation={each} />,
            meta: (
              <>
                <Name name={shortNames(each.asker)} own={languageOf(each.asker.country)} />{' '}
                <span aria-hidden="true">→</span>
                <span class="visually-hidden">{reader.t('partners.expectation.expectsOf')}</span>{' '}
                <Name name={shortNames(each.asked)} own={languageOf(each.asked.country)} />
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
  return listExpectations(context, networkId, expectationFilter.read({ q: text }), {
    limit: mostFound,
    offset: 0,
  })
}
