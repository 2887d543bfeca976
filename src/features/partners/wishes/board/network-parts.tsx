import { z } from 'zod'
import { findingOf, mostFound, type NetworkPart } from '../../../../platform/http/network-part.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { byOwnSide } from '../../../directory/index.ts'
import { paths } from '../paths.ts'
import { findOnBoard } from '../search.queries.ts'
import { boardEntry } from '../views/wish-entry.tsx'
import { wishKinds } from '../wish.ts'
import { boardFilter } from './board-filter.ts'
import { type BoardEntry, countBoard, listBoard, listWishes } from './queries.ts'

const mostShown = 5

/** Who looks for a partner, on the first page of a network: what authorities say themselves, then what sources say of others. */
export const lookingForPartner: NetworkPart = {
  place: 'home.looking',
  render: async ({ context, reader, network }) => {
    const filter = boardFilter.read({ kind: 'search' })
    const [ownCountry = null] = byOwnSide(reader, network.countries)
    const [total, entries] = await Promise.all([
      countBoard(context, network.id, filter, 1001),
      listBoard(context, network.id, filter, { limit: mostShown, ownCountry }),
    ])
    const drawing = { reader, network: network.slug, marks: () => [], isNarrow: true, maySay: () => false }
    return (
      <>
        {entries.length === 0 ? <p class="quiet">{reader.t('partners.board.homeEmpty')}</p> : null}
        <EntryList entries={entries.map((entry) => boardEntry(drawing, entry))} />
        <p class="pending-more">
          <a href={paths.board(reader, network.slug)}>
            {total > entries.length
              ? reader.t('partners.board.homeAll', { count: total })
              : reader.t('partners.board.homeBoard')}
          </a>
        </p>
      </>
    )
  },
}

/** Open entries with the words that are searched for: what authorities say, then what sources say of others; neither displaces any. */
export const foundWishes: NetworkPart = {
  place: 'search',
  render: async ({ context, reader, network, text = '' }) => {
    if (text === '') return null
    const { wishes, said, more } = await findOnBoard(context, network.id, text, mostFound)
    if (wishes.length + said.length === 0) return null
    const drawing = { reader, network: network.slug, marks: () => [], maySay: () => false }
    const render = (entries: BoardEntry[], key: 'wishes' | 'said', title: string) =>
      entries.length === 0 ? null : (
        <Section id={key} title={title}>
          <EntryList entries={entries.map((entry) => boardEntry(drawing, entry))} />
          {more[key] === 0 ? null : (
            <p>
              <a href={paths.board(reader, network.slug, { q: text })}>
                {reader.t(`partners.board.found.${key}`, { count: more[key] })}
              </a>
            </p>
          )}
        </Section>
      )
    return (
      <>
        {render(wishes, 'wishes', reader.t('partners.board.title'))}
        {render(said, 'said', reader.t('partners.board.found.saidTitle'))}
      </>
    )
  },
  finding: findingOf({
    type: 'wish',
    facts: z.object({
      kind: z.enum(wishKinds),
      organisation: z.string().describe('Slug of the authority that looks for or offers it'),
      languages: z.array(z.string()).describe('BCP 47: in which it can be read'),
      expires_on: z.iso.date().describe('The last day on which it is answered'),
    }),
    list: async ({ context, network, text = '' }) => {
      if (text === '') return []
      const filter = boardFilter.read({ q: text })
      const found = await listWishes(context, network.id, filter, { limit: mostFound, after: null })
      return found.map(({ id, slug, kind, organisation, title, text: words, expiresOn, updatedAt }) => ({
        id,
        slug,
        path: `/partners/${slug}`,
        updatedAt,
        name: title,
        facts: {
          kind,
          organisation: organisation.slug,
          languages: [...new Set([...Object.keys(title), ...Object.keys(words)])],
          expires_on: expiresOn,
        },
      }))
    },
  }),
}
