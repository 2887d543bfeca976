import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import type { NetworkUse } from '../uses/queries.ts'

/** The networks that know an organisation, each leading to what it says of it. */
export function NetworkUses({ slug, uses }: { slug: string; uses: NetworkUse[] }) {
  const reader = useReader()
  return (
    <Section id="networks" title={reader.t('directory.page.networks')}>
      {uses.length === 0 ? (
        <p>{reader.t('directory.page.noNetworks')}</p>
      ) : (
        <EntryList
          entries={uses.map((use) => ({
            key: use.slug,
            title: <Name name={use.name} />,
            href: addressFor(reader, `/${use.slug}/organisations/${slug}`),
            meta: wordsOf(reader, use).join(' · '),
          }))}
        />
      )}
    </Section>
  )
}

function wordsOf({ t }: Reader, use: NetworkUse): string[] {
  const words = [
    use.cooperations > 0 ? t('directory.page.cooperations', { count: use.cooperations }) : '',
    use.seeksPartner ? t('directory.page.seeks') : '',
    use.isMember ? t('directory.page.member') : '',
  ].filter((word) => word !== '')
  return words.length > 0 ? words : [t('directory.page.mentioned')]
}
