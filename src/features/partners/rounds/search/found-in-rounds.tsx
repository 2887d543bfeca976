import { z } from 'zod'
import { findingOf, mostFound, type NetworkPart } from '../../../../platform/http/network-part.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type Entry, EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { Section } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { ownLanguageOf, shortNames } from '../../../directory/index.ts'
import { themes } from '../../../networks/index.ts'
import { paths, roundPath } from '../../paths.ts'
import { wishKinds } from '../round.ts'
import { MeetingName } from '../views/meeting-name.tsx'
import { listSaidWith, type SaidInRound } from './queries.ts'

/** Wishes of tours de table with the words that are searched for, only for people who may read them. */
export const foundInRounds: NetworkPart = {
  place: 'search',
  render: async ({ context, reader, network, text = '' }) => {
    const found = await listSaidWith(context, network.id, text, mostFound)
    if (found.length === 0) return null
    return (
      <Section id="rounds" title={reader.t('partners.round.listTitle')}>
        <EntryList entries={found.map((said) => entryOf(reader, network.slug, said))} />
      </Section>
    )
  },
  finding: findingOf({
    type: 'round_wish',
    facts: z.object({
      kind: z.enum(wishKinds),
      organisation: z.string().describe('Slug of the authority that said it'),
      meeting: z.string().describe('Slug of the meeting in whose tour de table it was said'),
      held_on: z.iso.date(),
      themes: z.array(z.enum(themes)),
      languages: z.array(z.string()).describe('BCP 47: in which it can be read'),
    }),
    list: async ({ context, network, text = '' }) => {
      const found = await listSaidWith(context, network.id, text, mostFound)
      return found.map(({ id, organisation, kind, text: words, themes: about, statedAt, meeting }) => ({
        id,
        slug: meeting.slug,
        path: `${roundPath(meeting.slug)}#${organisation.slug}`,
        updatedAt: statedAt,
        name: words,
        facts: {
          kind,
          organisation: organisation.slug,
          meeting: meeting.slug,
          held_on: meeting.heldOn,
          themes: about,
          languages: Object.keys(words),
        },
      }))
    },
  }),
}

function entryOf(
  reader: Reader,
  network: string,
  { id, organisation, kind, text, meeting }: SaidInRound,
): Entry {
  return {
    key: id,
    title: <Name name={shortNames(organisation)} own={ownLanguageOf(organisation.country)} />,
    href: `${paths.round(reader, network, meeting.slug)}#${organisation.slug}`,
    meta: (
      <>
        {reader.t(`partners.round.kindOf.${kind}`)}
        {' · '}
        <MeetingName meeting={meeting} />
        {' · '}
        {dayWords(reader, meeting.heldOn)}
      </>
    ),
    body: <Passage text={text} />,
  }
}
