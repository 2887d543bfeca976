import { z } from 'zod'
import { findingOf, mostFound, type NetworkPart } from '../../platform/http/network-part.ts'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import { inEachLanguage } from '../../platform/letters/letter-reader.ts'
import type { LetterSource } from '../../platform/letters/letter-source.ts'
import { mostItems } from '../../platform/letters/letter-span.ts'
import type { RecordLink } from '../../platform/records/record-link.ts'
import { EntryList } from '../../ui/blocks/entry-list.tsx'
import { Section } from '../../ui/text/headings.tsx'
import { shortNames } from '../directory/index.ts'
import { paths } from './paths.ts'
import { countPractices, listNewPractices, listPractices } from './sheets/list.queries.ts'
import { practiceEntry } from './sheets/practice-entry.tsx'
import { practiceFilter } from './sheets/practice-filter.ts'

const mostShown = 5
const mostCounted = 1001

/** Sheets with the words that are searched for. */
export const foundPractices: NetworkPart = {
  place: 'search',
  render: async ({ context, reader, network, text = '' }) => {
    if (text === '') return null
    const filter = practiceFilter.read({ q: text })
    const found = await listPractices(context, network.id, filter, { limit: mostShown })
    if (found.length === 0) return null
    const more = (await countPractices(context, network.id, filter, mostCounted)) - found.length
    return (
      <Section id="practices" title={reader.t('practices.list.title')}>
        <EntryList entries={found.map((practice) => practiceEntry(reader, network.slug, practice))} />
        {more <= 0 ? null : (
          <p>
            <a href={paths.list(reader, network.slug, { q: text })}>
              {reader.t('practices.list.found', { count: more })}
            </a>
          </p>
        )}
      </Section>
    )
  },
  finding: findingOf({
    type: 'practice',
    facts: z.object({
      holder: z.string().describe('Slug of the authority or body that does it'),
      themes: z.array(z.string()),
      languages: z.array(z.string()).describe('BCP 47: in which it can be read'),
    }),
    list: async ({ context, network, text = '' }) => {
      const filter = practiceFilter.read({ q: text })
      const found = text === '' ? [] : await listPractices(context, network.id, filter, { limit: mostFound })
      return found.map(({ id, slug, holder, themes, title, done, updatedAt }) => ({
        ...{ id, slug, updatedAt, path: `/practices/${slug}`, name: title },
        facts: {
          holder: holder.slug,
          themes,
          languages: [...new Set([...Object.keys(title), ...Object.keys(done)])],
        },
      }))
    },
  }),
}

/** From the page of an authority to the sheets that it holds, shares or took up; nothing where there are none. */
export const linkToPractices: RecordLink = async ({ context, reader, network, kind, record }) => {
  if (kind !== 'organisation') return null
  const filter = practiceFilter.read({ organisation: record.slug })
  const count = await countPractices(context, network.id, filter, mostCounted)
  const href = paths.list(reader, network.slug, { organisation: record.slug })
  return count === 0 ? null : { href, label: reader.t('practices.list.ofAuthority', { count }) }
}

/** Sheets that were published, or taken up, since the letter before. */
export const newPractices: LetterSource = {
  key: 'practices.new',
  place: 'group',
  title: 'practices.letter.new',
  gather: async (letterContext) => {
    const practices = await listNewPractices(letterContext, mostItems)
    return practices.map((practice) => ({
      key: `practice:${practice.id}`,
      title: practice.title,
      text: practice.problem,
      facts: inEachLanguage(letterContext, ({ t, language }) => [
        chooseName(shortNames(practice.holder), language).text,
        practice.themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
        ...(practice.usedBy > 0 ? [t('practices.tag.used', { count: practice.usedBy })] : []),
      ]),
      credit: {},
      path: `/practices/${practice.slug}`,
      themes: practice.themes,
      organisationIds: [practice.holder.id],
    }))
  },
}
