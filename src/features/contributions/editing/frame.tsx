import type { FastifyReply } from 'fastify'
import { type FormValues, typedValues } from '../../../platform/input/form.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import { conflictKey } from '../../../platform/records/merge.ts'
import type { ExplainedChange } from '../../../platform/records/record-kind.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import type { RecordRequest } from '../request.ts'
import type { Meeting } from '../versions/commands.ts'
import { ChangeList } from '../versions/views/change-list.tsx'
import { editTitle } from './edit-page.tsx'
import { choiceName } from './schema.ts'

/** Shows that another person changed the record meanwhile; the answer sends the typed values again. */
export async function renderMeeting(
  visit: RecordRequest,
  meeting: Meeting,
  values: FormValues,
  action: string,
): Promise<FastifyReply> {
  const { writing, reader, network, kind, head } = visit
  const { base, theirs, merged, conflicts } = meeting
  const explain = (changes: Parameters<typeof kind.explain>[3], before: typeof base, after: typeof base) =>
    kind.explain(writing, reader, network, changes, { before, after })
  // A language of a text is a step of its path here, and separate in a change.
  const clashes = conflicts.map(({ path, theirs: before, mine: after }) => ({
    path,
    language: null,
    before,
    after,
  }))
  return renderNetworkPage(visit, {
    status: 409,
    title: reader.t('contributions.meeting.title'),
    description: reader.t('contributions.meeting.explained'),
    path: `/${kind.segment}/${head.slug}/edit`,
    noindex: true,
    children: (
      <MeetingPage
        title={editTitle(reader, head)}
        action={action}
        meeting={meeting}
        theirs={await explain(compareDocuments(base, theirs), base, theirs)}
        clashes={await explain(clashes, theirs, merged)}
        values={values}
      />
    ),
  })
}

interface MeetingPageProps {
  title: string
  action: string
  meeting: Meeting
  /** The other people’s changes. */
  theirs: ExplainedChange[]
  /** Where both changed the same: before is theirs, after is mine. */
  clashes: ExplainedChange[]
  /** Everything that was typed, sent again with the answer. */
  values: FormValues
}

/** Another person changed the record while the form was open: their changes, and a choice wherever both changed the same. */
function MeetingPage(props: MeetingPageProps) {
  const reader = useReader()
  const { title, action, meeting, theirs, clashes, values } = props
  const { t } = reader
  return (
    <>
      <PageHeading kicker={title}>{t('contributions.meeting.title')}</PageHeading>
      <Notice kind="warning">{t('contributions.meeting.explained')}</Notice>
      <Section id="theirs" title={t('contributions.meeting.theirs')}>
        <ChangeList changes={theirs} />
      </Section>
      <form method="post" action={action} class="form">
        {Object.keys(values)
          .filter(
            (name) =>
              name !== 'seen' &&
              !meeting.conflicts.some(({ path }) => name === choiceName(conflictKey(path))),
          )
          .flatMap((name) =>
            typedValues(values, name).map((value, index) => (
              <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
            )),
          )}
        <input type="hidden" name="seen" value={String(meeting.number)} />
        {meeting.conflicts.length > 0 ? (
          <Section id="choices" title={t('contributions.meeting.choose')}>
            {meeting.conflicts.map(({ path }, index) => (
              <Choice key={conflictKey(path)} name={choiceName(conflictKey(path))} clash={clashes[index]} />
            ))}
          </Section>
        ) : (
          <p>{t('contributions.meeting.joined')}</p>
        )}
        <p class="form-actions">
          <button type="submit" class="button primary">
            {t('contributions.meeting.send')}
          </button>
          <a href={action}>{t('contributions.meeting.giveUp')}</a>
        </p>
      </form>
    </>
  )
}

function Choice({ name, clash }: { name: string; clash: ExplainedChange | undefined }) {
  const reader = useReader()
  const { t } = reader
  const attributes = clash?.language ? languageAttributes(reader, clash.language) : {}
  const options = [
    { value: 'mine', label: t('contributions.meeting.mine'), words: clash?.after },
    { value: 'theirs', label: t('contributions.meeting.other'), words: clash?.before },
  ]
  return (
    <fieldset class="form-group">
      <legend>{clash?.label.join(' › ')}</legend>
      {options.map(({ value, label, words }) => (
        <label key={value} class="choice">
          <input type="radio" name={name} value={value} required />
          <span>
            <strong>{label}</strong>{' '}
            <span class="as-written" {...attributes}>
              {words ?? t('contributions.change.nothing')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
