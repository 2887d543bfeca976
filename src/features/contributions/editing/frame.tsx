import type { FastifyReply } from 'fastify'
import type { Visit } from '../../../platform/http/visit.ts'
import { type FormValues, typedValues } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import { conflictKey } from '../../../platform/records/merge.ts'
import type {
  ExplainedChange,
  PartCall,
  RecordKind,
  RecordPart,
} from '../../../platform/records/record-kind.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { mayChangeRecord, mayPublishUnreviewed, maySuggest } from '../policy.ts'
import { loadRecordRequest, type RecordRequest } from '../request.ts'
import { ChangeList } from '../versions/change-list.tsx'
import type { Meeting } from '../versions/commands.ts'
import { findCurrentVersion, lookUpDocument } from '../versions/queries.ts'
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

/** The id of an entry that does not exist yet. */
export const newEntry = 'new'

export interface PartRequest extends RecordRequest {
  part: RecordPart
  /** Null for the whole part, `new` for an entry to be added. */
  entry: string | null
  /** The address of the form without language: the key of its draft. */
  form: string
  /** Whether sending changes the record, or suggests a change. */
  isTheirs: boolean
}

/** A record that the actor may change or suggest a change of; 404 for others. */
export async function loadEditRequest(
  visit: Visit,
  kind: RecordKind,
): Promise<RecordRequest & { isTheirs: boolean }> {
  const loaded = await loadRecordRequest(visit, kind)
  const { writing, network, head } = loaded
  if (!maySuggest(writing.actor, network.id)) notFound(head.slug)
  const { organisationIds } = head
  const isTheirs = mayChangeRecord(writing.actor, { networkId: network.id, kind: kind.kind, organisationIds })
  return { ...loaded, isTheirs }
}

/** One form of a record, or 404. */
export async function loadPartRequest(visit: Visit, kind: RecordKind): Promise<PartRequest> {
  const { request } = visit
  const loaded = await loadEditRequest(visit, kind)
  const key = parameterOf(request.params, 'part') ?? ''
  const part = kind.parts.find((each) => each.key === key) ?? notFound(key)
  const entry = parameterOf(request.params, 'entry') ?? null
  if ((entry === null) !== (part.entries === undefined)) notFound(key)
  const { network, head } = loaded
  const form = `/${network.slug}/${kind.segment}/${head.slug}/edit/${part.key}${entry === null ? '' : `/${entry}`}`
  return { ...loaded, part, entry, form }
}

/** What the form is drawn from and read against: the record in the given version, or else the present one. */
export async function readPartCall(
  { writing, reader, network, kind, head, part, entry, form }: PartRequest,
  base: number | null,
): Promise<{ call: PartCall; base: number; present: number }> {
  const current = await findCurrentVersion(writing, network, kind, head.id)
  const isPresent = base === null || base === current.number
  const older = isPresent ? null : await lookUpDocument(writing, kind.kind, head.id, base)
  const document = isPresent ? current.document : (older ?? notFound(`version ${base}`))
  const call = {
    context: writing,
    reader,
    network,
    head,
    document,
    entryId: entry === newEntry ? null : entry,
    form,
  }
  if (!partsOf(kind, call).includes(part)) notFound(part.key)
  if (part.entries && entry !== newEntry) {
    const entries = await part.entries(call)
    if (!entries.some(({ id }) => id === entry)) notFound(String(entry))
  }
  return { call, base: base ?? current.number, present: current.number }
}

/** The parts of a record in its present state. */
export function partsOf({ parts }: RecordKind, call: PartCall): RecordPart[] {
  return parts.filter((part) => part.isFor?.(call) ?? true)
}

/** Whether a change is published at once; otherwise it waits for those who decide. */
export function publishes({
  writing,
  network,
  isTheirs,
}: Pick<PartRequest, 'writing' | 'network' | 'isTheirs'>): boolean {
  return isTheirs && (network.publication === 'at_once' || mayPublishUnreviewed(writing.actor, network.id))
}
