import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { remarkWords } from '../../../../platform/reading/text-unreadable.ts'
import type { ExplainedChange } from '../../../../platform/records/record-kind.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { registryPaths } from '../../../registry/index.ts'
import { paths } from '../../paths.ts'
import type { Left } from '../undo/left.ts'
import { factWords, progressWords } from './fact-words.ts'
import type { ReviewData } from './review-data.ts'

export interface ReviewHeadProps {
  network: string
  data: ReviewData
  /** Changes by people since, where something is to be taken back, and the form that requested it. */
  kept: { list: readonly Left[]; action: string; undo: string | null } | null
}

/** The text, the progress of its review, and the actions on all of it. */
export function ReviewHead(props: ReviewHeadProps) {
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

// The progress and how much is left of each, the button that accepts all that is sure, and the one that takes all back.
function Progress(props: ReviewHeadProps) {
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
      {text.accepted > 0 ? <UndoForm {...props} /> : null}
    </div>
  )
}

// While sure facts are accepted in the background: the progress, and a button to stop it.
function Acceptance({ network, data: { text } }: ReviewHeadProps) {
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

/** Takes the whole import back; asks once more, because it undoes the work of a day. */
function UndoForm({ network, data }: ReviewHeadProps) {
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

/** Of an import that was taken back: its bodies that stay in the directory, each with the reason. */
function BodiesLeft({ network, data }: ReviewHeadProps) {
  const reader = useReader()
  const { t } = reader
  if (data.text.takenBackAt === null || data.bodies.length === 0) return null
  return (
    <>
      <p>{t('imports.text.taken.bodies')}</p>
      <ul>
        {data.bodies.map(({ id, slug, name, isEdited }) => {
          const chosen = chooseName(name, reader.language)
          return (
            <li key={id}>
              <a
                href={registryPaths.organisation(reader, network, slug)}
                {...languageAttributes(reader, chosen.language)}
              >
                {chosen.text}
              </a>
              {' – '}
              {t(isEdited ? 'imports.text.taken.edited' : 'imports.text.taken.used')}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Before taking back: what people changed since, beside what was read, and whether it stays or goes. */
function KeptList({ data, kept }: ReviewHeadProps) {
  const reader = useReader()
  if (kept === null) return null
  const { t } = reader
  // The page opens on it, as on the errors of a form.
  return (
    <section class="kept" aria-labelledby="kept" tabindex={-1} autofocus>
      <Notice kind="warning">
        <p id="kept">
          {t('imports.text.taken.changed', {
            count: kept.list.filter(({ changed }) => changed !== null).length,
          })}
        </p>
        <ul class="kept-facts">
          {kept.list.map((left) => (
            <KeptFact key={left.fact.id} data={data} left={left} />
          ))}
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
    </section>
  )
}

function KeptFact({ data, left }: Pick<ReviewHeadProps, 'data'> & { left: Left }) {
  const reader = useReader()
  const { t } = reader
  const { fact, record, differences, changed } = left
  const { text, details } = factWords(reader, fact.value, data.refs, data.text.language ?? 'fr')
  const isHead = fact.value.part === 'tie' || record === null
  return (
    <li>
      <p>
        <strong>{t(`imports.text.part.${fact.value.part}`)}</strong>{' '}
        {isHead ? null : `${chooseName(record, reader.language).text} · `}
        {[text, ...details].join(', ')}
      </p>
      {fact.value.part === 'tie' && differences.length === 0 ? (
        <p class="quiet">{t('imports.text.taken.more')}</p>
      ) : null}
      {differences.map((difference, index) => (
        <Difference key={index} difference={difference} isCorrected={fact.decision === 'corrected'} />
      ))}
      {changed === null ? null : (
        <p class="quiet">
          {fact.value.part === 'meeting'
            ? t('imports.text.taken.meeting')
            : t('imports.text.taken.changedBy', { name: changed.by ?? t('imports.text.fact.somebody') })}{' '}
          <Moment at={changed.at} />
        </p>
      )}
    </li>
  )
}

function Difference({
  difference: { label, language, before, after },
  isCorrected,
}: {
  difference: ExplainedChange
  isCorrected: boolean
}) {
  const reader = useReader()
  const { t } = reader
  const side = (title: string, value: string | null) => (
    <div>
      <dt>{title}</dt>
      <dd {...(language && value !== null ? languageAttributes(reader, language) : {})}>
        {value ?? t('imports.text.taken.nothing')}
      </dd>
    </div>
  )
  return (
    <>
      <p class="kept-field">{label.at(-1)}</p>
      <dl class="fact-sides">
        {side(t(isCorrected ? 'imports.text.taken.corrected' : 'imports.text.taken.read'), before)}
        {side(t('imports.text.taken.stands'), after)}
      </dl>
    </>
  )
}
