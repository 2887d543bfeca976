import { useReader } from '../../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../../ui/text/headings.tsx'

interface EndedPageProps {
  why: 'used' | 'lapsed'
  /** Where one goes on. */
  next: string
}

/** A link that confirms nothing any more: why, and what to do. */
export function EndedPage({ why, next }: EndedPageProps) {
  const { t } = useReader()
  return (
    <>
      <PageHeading>{t('newsletter.subscribers.confirmTitle')}</PageHeading>
      <p>{t(`newsletter.subscribers.ended.${why}`)}</p>
      <p>
        <a class="button" href={next}>
          {t(why === 'used' ? 'newsletter.subscribers.lost' : 'newsletter.subscribers.subscribe')}
        </a>
      </p>
    </>
  )
}
