import { useReader } from '../../../../../ui/reader.tsx'
import { paths } from '../../../paths.ts'
import type { ReviewPageProps } from '../../review/views/review-page.tsx'

/** Takes the whole import back; asked once more, because it undoes the work of a day. */
export function TakingForm({ network, data }: ReviewPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <details class="review-taking">
      <summary>{t('imports.text.taken.take')}</summary>
      <form method="post" action={paths.ofText(reader, network, data.text.id, 'withdrawal')}>
        <p>{t('imports.text.taken.lead', { count: data.text.accepted })}</p>
        <button type="submit" class="button">
          {t('imports.text.taken.confirm')}
        </button>
      </form>
    </details>
  )
}
