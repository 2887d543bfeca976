import { addressFor } from '../../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { type IssueItem, isOvertaken } from '../../part.ts'

interface GatheredWordsProps {
  network: string
  item: IssueItem
}

/** Where an item comes from, and how its record words it now where that has changed under an editor’s own wording. */
export function GatheredWords({ network, item }: GatheredWordsProps) {
  const reader = useReader()
  const { t } = reader
  const { title, text, path } = item
  return (
    <>
      {isOvertaken(item) ? (
        <Notice kind="warning">
          <p>{t('newsletter.issues.recordChanged')}</p>
          <Passage text={title} />
          <Passage text={text} class="letter-text" />
        </Notice>
      ) : null}
      <p>
        {t('newsletter.issues.ownHint')}{' '}
        {path === null ? null : (
          <a href={addressFor(reader, `/${network}${path}`)}>{t('newsletter.issues.toRecord')}</a>
        )}
      </p>
    </>
  )
}
