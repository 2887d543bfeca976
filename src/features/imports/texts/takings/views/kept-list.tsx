import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { ExplainedChange } from '../../../../../platform/records/record-kind.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { factWords } from '../../review/fact-words.ts'
import type { ReviewPageProps } from '../../review/views/review-page.tsx'
import type { Left } from '../left/left.ts'

/** Before anything is taken back: what people changed since, beside what was read, and whether it stays or goes. */
export function KeptList({ data, kept }: ReviewPageProps) {
  const reader = useReader()
  if (kept === null) return null
  const { t } = reader
  // The page opens on it, as on a form that is wrong.
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

function KeptFact({ data, left }: Pick<ReviewPageProps, 'data'> & { left: Left }) {
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
