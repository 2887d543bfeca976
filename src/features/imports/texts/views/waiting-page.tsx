import { troubleWords } from '../../../../platform/reading/reading-words.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import type { ImportedText } from '../queries.ts'
import { mostAttempts } from '../reading/claims/commands.ts'
import { troubleOf } from '../trouble.ts'

interface WaitingPageProps {
  network: string
  text: ImportedText
}

/** A text that is being read, with how far that has come, or why it cannot be. */
export function WaitingPage({ network, text }: WaitingPageProps) {
  const reader = useReader()
  const { t } = reader
  const trouble = troubleOf(text)
  return (
    <>
      <PageHeading kicker={<a href={paths.imports(reader, network)}>{t('imports.list.title')}</a>}>
        {text.fileName}
      </PageHeading>
      {trouble ? (
        <>
          <Notice kind="warning">{troubleWords(t, trouble)}</Notice>
          <p>{t('imports.text.waiting.kept')}</p>
          {text.attempts >= mostAttempts ? <p>{t('imports.text.waiting.twice')}</p> : null}
          <form method="post" action={paths.ofText(reader, network, text.id, 'reading')}>
            <p class="form-actions">
              <button type="submit" class="button">
                {t('imports.text.waiting.again')}
              </button>
              <a class="button" href={paths.newImport(reader, network)}>
                {t('imports.text.waiting.other')}
              </a>
            </p>
          </form>
        </>
      ) : (
        <div class="review-progress" role="status">
          <progress
            max={text.pages ?? undefined}
            value={text.pages === null ? undefined : text.pagesRead}
            aria-labelledby="read"
          />
          <p id="read">
            {text.pages === null
              ? t('imports.text.waiting.reading')
              : t('imports.text.waiting.pages', { done: text.pagesRead, all: text.pages })}
          </p>
        </div>
      )}
      <p>
        <a href={paths.ofText(reader, network, text.id, 'file')}>{t('imports.text.waiting.file')}</a>
      </p>
    </>
  )
}
