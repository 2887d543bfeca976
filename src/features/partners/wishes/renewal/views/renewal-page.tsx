import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { paths } from '../../paths.ts'
import type { Wish } from '../../row/queries.ts'
import { expiryWords } from '../../views/wish-words.ts'

interface RenewalPageProps {
  network: string
  wish: Wish
  /** The link still renews it, does no more, or just did. */
  standing: 'open' | 'ended' | 'renewed'
  /** The address of the link itself. */
  action: string
}

const leads = { open: 'partners.wish.renewal.lead', ended: 'partners.wish.renewal.ended' } as const

/** What somebody is asked from their mail: whether a wish still stands, and the one button that says so. */
export function RenewalPage({ network, wish, standing, action }: RenewalPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={standing === 'renewed' ? undefined : t(leads[standing])}>
        {t('partners.wish.renewal.title')}
      </PageHeading>
      {standing === 'renewed' ? (
        <Notice kind="done" live>
          {t('partners.wish.done.renewed')}
        </Notice>
      ) : null}
      <p class="entry-title">
        <Passage text={wish.title} as="span" />
      </p>
      <p>{expiryWords(reader, wish)}</p>
      {standing === 'open' ? (
        <form method="post" action={action} class="form">
          <p class="form-end">
            <button type="submit" class="button primary">
              {t('partners.wish.renew')}
            </button>
          </p>
        </form>
      ) : null}
      <p>
        <a href={paths.wish(reader, network, wish.slug)}>{t('partners.wish.renewal.read')}</a>
      </p>
    </>
  )
}
