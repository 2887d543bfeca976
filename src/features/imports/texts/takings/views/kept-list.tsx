import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { factWords } from '../../review/fact-words.ts'
import type { ReviewPageProps } from '../../review/views/review-page.tsx'

/** Before anything is taken back: what people changed since, and whether it stays or goes. */
export function KeptList({ reader, data, kept }: ReviewPageProps) {
  if (kept === null) return null
  const { t } = reader
  return (
    <Notice reader={reader} kind="warning" live>
      <p>{t('imports.text.taken.changed', { count: kept.list.length })}</p>
      <ul>
        {kept.list.map(({ fact }) => {
          const { text, details } = factWords(reader, fact.value, data.refs, data.text.language ?? 'fr')
          return (
            <li key={fact.id}>
              <strong>{t(`imports.text.part.${fact.value.part}`)}</strong> {[text, ...details].join(', ')}
            </li>
          )
        })}
      </ul>
      <form method="post" action={kept.action} class="fact-acts">
        {kept.undo === null ? null : <input type="hidden" name="undo" value={kept.undo} />}
        <button type="submit" class="button" name="manner" value="keep">
          {t('imports.text.taken.keep')}
        </button>
        <button type="submit" class="button" name="manner" value="all">
          {t('imports.text.taken.all')}
        </button>
      </form>
    </Notice>
  )
}
