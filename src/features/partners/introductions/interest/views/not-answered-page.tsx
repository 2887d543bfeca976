import { EntryList } from '../../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { paths } from '../../../wishes/paths.ts'
import type { Wish } from '../../../wishes/row/queries.ts'
import { wishEntry } from '../../../wishes/views/wish-entry.tsx'
import { WishStanding } from '../../../wishes/views/wish-standing.tsx'

interface NotAnsweredPageProps {
  network: string
  wish: Wish
  /** Others on the same themes. */
  alike: Wish[]
}

/** Why a wish is not answered any more, and others on the same themes that are. */
export function NotAnsweredPage({ network, wish, alike }: NotAnsweredPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={
          <a href={paths.wish(reader, network, wish.slug)}>
            <Passage text={wish.title} as="span" tags={false} />
          </a>
        }
      >
        {t('partners.introduction.interest.closed')}
      </PageHeading>
      <WishStanding network={network} wish={wish} speaksFor={false} done={null} />
      {alike.length === 0 ? null : (
        <Section id="alike" title={t('partners.wish.alike')}>
          <EntryList entries={alike.map((each) => wishEntry(reader, network, each))} />
        </Section>
      )}
      <p>
        <a class="button" href={paths.board(reader, network, { theme: wish.themes })}>
          {t('partners.introduction.interest.others')}
        </a>
      </p>
    </>
  )
}
