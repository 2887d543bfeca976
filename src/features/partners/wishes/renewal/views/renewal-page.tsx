import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { paths } from '../../paths.ts'
import type { Wish } from '../../row/queries.ts'
import { expiryWords } from '../../views/wish-words.ts'

interface RenewalPageProps {
  reader: Reader
  network: string
  wish: Wish
  /** Whether the link still renews it. */
  isOpen: boolean
  /** The address of the link itself. */
  action: string
}

/** What somebody is asked from their mail: whether a wish still stands, and the one button that says so. */
export function RenewalPage({ reader, network, wish, isOpen, action }: RenewalPageProps) {
  const { t } = reader
  return (
    <>
      <PageHeading lead={t(isOpen ? 'partners.wish.renewal.lead' : 'partners.wish.renewal.ended')}>
        {t('partners.wish.renewal.title')}
      </PageHeading>
      <p class="entry-title">
        <Passage reader={reader} text={wish.title} as="span" />
      </p>
      <p>{expiryWords(reader, wish)}</p>
      {isOpen ? (
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
