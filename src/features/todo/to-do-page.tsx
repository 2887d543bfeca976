import type { ComponentChildren } from 'preact'
import type { ToDoSource } from '../../platform/http/to-do-source.ts'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import { addressFor } from '../../platform/i18n/reader.ts'
import type { FormState } from '../../platform/input/form.ts'
import { EmptyState } from '../../ui/blocks/empty-state.tsx'
import { Notice } from '../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useReader } from '../../ui/reader.tsx'
import { Pagination } from '../../ui/table/pagination.tsx'
import { dayWords } from '../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../ui/text/headings.tsx'
import { Name } from '../../ui/text/name.tsx'
import { Passage } from '../../ui/text/passage.tsx'
import { frequencies, isText, mostCounted, type ToDoLine } from './queries.ts'

interface ToDoPageProps {
  network: { slug: string }
  sources: readonly ToDoSource[]
  /** Counted up to `mostCounted`. */
  count: number
  /** What a new group needs first; null where it has all of it. */
  start: ComponentChildren | null
  lines: readonly ToDoLine[]
  /** What is said besides of lines, in words: by kind and record. */
  notes: ReadonlyMap<string, string>
  putOff: readonly (ToDoLine & { until: string })[]
  pages: { page: number; pages: number; href(page: number): string }
  digest: FormState
  /** The choice of the digest has just been kept. */
  isDigestKept: boolean
  /** What is shown where nothing waits. */
  children: ComponentChildren
}

/** What waits for the reader, one line a thing with one button; else that nothing does, and what is theirs in the group. */
export function ToDoPage({
  count,
  start,
  lines,
  putOff,
  pages,
  digest,
  isDigestKept,
  children,
  ...list
}: ToDoPageProps) {
  const { t } = useReader()
  const isMore = count >= mostCounted
  const lead = t('todo.page.count', { count: isMore ? mostCounted - 1 : count, more: isMore ? '+' : '' })
  return (
    <>
      <PageHeading lead={count === 0 ? undefined : lead}>{t('todo.page.title')}</PageHeading>
      {count === 0 ? (
        <>
          {start ?? <EmptyState title={t('todo.page.emptyTitle')} why={t('todo.page.emptyWhy')} />}
          {children}
        </>
      ) : (
        <ul class="to-do">
          {lines.map((line) => (
            <Line key={`${line.kind} ${line.recordId}`} line={line} {...list}>
              <Later network={list.network} line={line} />
            </Line>
          ))}
        </ul>
      )}
      {count === 0 ? null : start}
      <Pagination {...pages} />
      {putOff.length === 0 ? null : (
        <details class="to-do-hidden">
          <summary>{t('todo.later.hidden', { count: putOff.length })}</summary>
          <ul class="to-do">
            {putOff.map((line) => (
              <Line key={`${line.kind} ${line.recordId}`} line={line} until={line.until} {...list}>
                <LaterForm network={list.network} line={line} waits={['now']} />
              </Line>
            ))}
          </ul>
        </details>
      )}
      <Section id="digest" title={t('todo.digest.title')}>
        {isDigestKept ? <Notice>{t('todo.digest.kept')}</Notice> : null}
        <DigestForm network={list.network} form={digest} />
      </Section>
    </>
  )
}

interface LineProps extends Pick<ToDoPageProps, 'network' | 'sources' | 'notes'> {
  line: ToDoLine
  until?: string
  children: ComponentChildren
}

function Line({ network, sources, notes, line, until, children }: LineProps) {
  const reader = useReader()
  const { t } = reader
  const source = sources.find(({ kind }) => kind === line.kind)
  if (!source) return null
  const { text: asker } = line.asker ? chooseName(line.asker, reader.language) : { text: '' }
  const note = notes.get(`${line.kind} ${line.recordId}`)
  const [path = '', anchor = ''] = line.path.split(/(?=#)/)
  return (
    <li class={line.isLate ? 'late' : undefined}>
      <div class="to-do-what">
        <p class="to-do-label">{t(source.label)}</p>
        <h2 class="to-do-title">
          {isText(line.title) ? <Passage text={line.title} as="span" /> : <Name name={line.title} />}
        </h2>
        <p class="to-do-meta">
          {asker === '' ? null : <>{t('todo.line.waits', { who: asker })} · </>}
          {t(asker === '' ? 'todo.line.waitingSince' : 'todo.line.since', {
            day: dayWords(reader, line.since),
          })}
          {line.dueOn === null ? null : (
            <>
              {' · '}
              <strong>
                {t(line.isLate ? 'todo.line.late' : 'todo.line.due', { day: dayWords(reader, line.dueOn) })}
              </strong>
            </>
          )}
          {note === undefined ? null : <> · {note}</>}
          {until === undefined ? null : <> · {t('todo.later.until', { day: dayWords(reader, until) })}</>}
        </p>
      </div>
      <a class="button primary" href={`${addressFor(reader, `/${network.slug}${path}`)}${anchor}`}>
        {t(source.action)}
      </a>
      {children}
    </li>
  )
}

interface LaterProps {
  network: { slug: string }
  line: ToDoLine
}

function Later(props: LaterProps) {
  const { t } = useReader()
  return (
    <details class="to-do-later">
      <summary>{t('todo.later.title')}</summary>
      <LaterForm {...props} waits={['day', 'week', 'month']} />
    </details>
  )
}

const laterLabels = {
  now: 'todo.later.back',
  day: 'todo.later.day',
  week: 'todo.later.week',
  month: 'todo.later.month',
} as const

function LaterForm({ network, line, waits }: LaterProps & { waits: (keyof typeof laterLabels)[] }) {
  const reader = useReader()
  return (
    <form method="post" action={addressFor({ ...reader, now: null }, `/${network.slug}/to-do/later`)}>
      <input type="hidden" name="kind" value={line.kind} />
      <input type="hidden" name="record" value={line.recordId} />
      {waits.map((wait) => (
        <button key={wait} class="button" type="submit" name="wait" value={wait}>
          {reader.t(laterLabels[wait])}
        </button>
      ))}
    </form>
  )
}

const frequencyLabels = {
  weekly: 'todo.digest.weekly',
  daily: 'todo.digest.daily',
  never: 'todo.digest.never',
} as const

function DigestForm({ network, form }: { network: { slug: string }; form: FormState }) {
  const reader = useReader()
  const { t } = reader
  return (
    <Form
      action={addressFor({ ...reader, now: null }, `/${network.slug}/to-do/digest`)}
      submit={t('todo.digest.save')}
      form={form}
    >
      <ChoiceField
        name="frequency"
        label={t('todo.digest.often')}
        hint={t('todo.digest.oftenHint')}
        options={frequencies.map((value) => ({ value, label: t(frequencyLabels[value]) }))}
        required
      />
    </Form>
  )
}
