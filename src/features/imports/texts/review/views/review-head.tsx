import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { remarkWords } from '../../../../../platform/reading/reading-words.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { dayWords } from '../../../../../ui/text/date-words.ts'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { registryPaths } from '../../../../registry/index.ts'
import { paths } from '../../../paths.ts'
import { BodiesLeft } from '../../takings/bodies/views/bodies-left.tsx'
import { KeptList } from '../../takings/views/kept-list.tsx'
import { TakingForm } from '../../takings/views/taking-form.tsx'
import { progressWords } from '../progress-words.ts'
import type { ReviewPageProps } from './review-page.tsx'

/** What the text is, how far its review has come, and what concerns the whole of it. */
export function ReviewHead(props: ReviewPageProps) {
  const reader = useReader()
  const { network, data } = props
  const { t } = reader
  const { text } = data
  return (
    <>
      <PageHeading
        kicker={<a href={paths.imports(reader, network)}>{t('imports.list.title')}</a>}
        lead={
          <p>
            {capitalized(t(`registry.sourceKind.${sourceKindOf(text.kind)}`), reader.interfaceLanguage)}
            {text.publisher === '' ? null : <> · {text.publisher}</>}
            {text.published === null ? null : <> · {dayWords(reader, text.published)}</>}
          </p>
        }
        actions={
          <>
            {text.sourceSlug === null ? (
              <a href={paths.ofText(reader, network, text.id, 'source')}>{t('imports.text.source.change')}</a>
            ) : (
              <a href={registryPaths.source(reader, network, text.sourceSlug)}>
                {t('imports.text.source.published')}
              </a>
            )}
            <a href={paths.ofText(reader, network, text.id, 'file')}>{text.fileName}</a>
          </>
        }
      >
        <span {...languageAttributes(reader, text.language ?? 'fr')}>{text.title}</span>
      </PageHeading>
      {text.takenBackAt === null ? null : (
        <Notice>
          <p>
            {t('imports.text.taken.by', { name: text.takenBackBy ?? t('imports.text.fact.somebody') })}{' '}
            <Moment at={text.takenBackAt} />
          </p>
          <BodiesLeft {...props} />
          <form method="post" action={paths.ofText(reader, network, text.id, 'reopening')}>
            <button type="submit" class="button">
              {t('imports.text.taken.reopen')}
            </button>
          </form>
        </Notice>
      )}
      <KeptList {...props} />
      {text.remarks.map((remark) => (
        <p key={`${remark.code} ${remark.detail}`} class="quiet">
          {remarkWords(t, remark)}
        </p>
      ))}
      {text.assistantDropped > 0 ? (
        <p class="quiet">{t('imports.text.assistant.dropped', { count: text.assistantDropped })}</p>
      ) : null}
      {text.assistantTrouble === null ? null : (
        <Notice kind="warning">{t('imports.text.assistant.trouble')}</Notice>
      )}
      {data.accounts.map((other) => (
        <Notice key={other.id}>
          {t('imports.text.account.other')}{' '}
          <a
            href={paths.text(reader, network, other.id)}
            {...languageAttributes(reader, other.language ?? 'fr')}
          >
            {other.title}
          </a>
          .{' '}
          <a href={`${paths.ofText(reader, network, text.id, 'account')}?with=${other.id}`}>
            {t('imports.text.account.compare')}
          </a>
        </Notice>
      ))}
      <Acceptance {...props} />
      {text.takenBackAt === null ? <Progress {...props} /> : null}
    </>
  )
}

// How far it has come and how much is left of each, what accepts all that is sure, and what takes all back.
function Progress(props: ReviewPageProps) {
  const reader = useReader()
  const { network, data } = props
  const { t } = reader
  const { text, counts } = data
  if (counts.all === 0) return null
  return (
    <div class="review-progress">
      <progress max={Math.max(1, counts.all)} value={counts.decided} aria-labelledby="decided" />
      <p id="decided" data-decided>
        {progressWords(reader, counts)}
      </p>
      {text.accepting === null && counts.sure > 0 ? (
        <form
          method="post"
          action={`${paths.ofText(reader, network, text.id, 'decisions')}?view=${data.view}`}
        >
          <button type="submit" class="button" name="sure" value="text">
            {t('imports.text.act.acceptAllSure', { count: counts.sure })}
          </button>
        </form>
      ) : null}
      {text.accepted > 0 ? <TakingForm {...props} /> : null}
    </div>
  )
}

// While what is sure is accepted in the background: how far that is, and the way to stop it.
function Acceptance({ network, data: { text } }: ReviewPageProps) {
  const reader = useReader()
  const { t } = reader
  if (text.accepting === null) return null
  const { done, all } = text.accepting
  return (
    <Notice live>
      <p id="accepting">{t('imports.text.accepting.progress', { done, all })}</p>
      <progress max={Math.max(1, all)} value={done} aria-labelledby="accepting" />
      <p>{t('imports.text.accepting.lead')}</p>
      <form method="post" action={paths.ofText(reader, network, text.id, 'acceptance-end')}>
        <button type="submit" class="button">
          {t('imports.text.accepting.stop')}
        </button>
      </form>
    </Notice>
  )
}

const kinds = ['minutes', 'account', 'web', 'press', 'law', 'dataset'] as const
const sourceKindOf = (kind: string) => kinds.find((each) => each === kind) ?? 'account'
