import type { FastifyInstance, FastifyReply } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { type FormState, fieldError, readForm, typedValue } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { useForm } from '../../../ui/form/filled.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { DifferenceSide } from '../../../ui/text/difference.tsx'
import { Section as PageSection } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { Moment } from '../../../ui/text/moment.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { lookUpOwnParticipation } from '../attendance/queries.ts'
import { minutesPhase } from '../meetings/meeting.ts'
import { meetingPath, paths } from '../paths.ts'
import { mayAmend, mayKeepMeetings } from '../policy.ts'
import { loadKeptMeetingRequest, loadMeetingRequest, type MeetingRequest } from '../request.ts'
import { MinutesContents, MinutesText } from '../sections/minutes-text.tsx'
import { selectSections } from '../sections/queries.ts'
import type { Section } from '../sections/section.ts'
import { meetingBack, WorkHeading } from '../views/work-heading.tsx'
import { decideAmendment, proposeAmendment } from './commands.ts'
import { type Amendment, listAmendments } from './queries.ts'
import { amendmentForm, decisionForm, longestPassage, longestReason } from './schema.ts'

type Asked = MeetingRequest & { mayAmend: boolean; mayKeep: boolean; isOpen: boolean }

/** Amendments by people who attended, and the answers to them. */
export function addAmendmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/meetings/:slug/amendments'
  pages.get(place, loadAmendmentRequest, (visit) => render(visit, { values: {}, errors: [] }))

  addNetworkAction(pages, place, {
    open: async (visit) => {
      const loaded = await loadAmendmentRequest(visit)
      if (!loaded.mayAmend) notFound('amendments')
      return { ...loaded, sections: await selectSections(loaded.context, loaded.meeting.id) }
    },
    schema: ({ sections }) => amendmentForm(sections),
    save: async (visit, typed) => {
      await proposeAmendment(visit.writing, visit.meeting, typed)
      return `${addressOf(visit)}#amendments`
    },
    again: (visit, form) => render(visit, form),
  })

  pages.post(`${place}/:amendment`, loadKeptMeetingRequest, async (work) => {
    const { request, reply } = work
    const form = readForm(decisionForm, request.body)
    if (!form.valid) return reply.redirect(addressOf(work), 303)
    try {
      await decideAmendment(
        work.writing,
        work.meeting,
        parameterOf(request.params, 'amendment') ?? '',
        form.data,
      )
    } catch (error) {
      if (!(error instanceof Refusal && error.reason === 'changedMeanwhile')) throw error
      const errors = [fieldError('', 'minutes.error.passageGone')]
      return render(withStatus(await loadAmendmentRequest(work), 409), { values: {}, errors })
    }
    return reply.redirect(`${addressOf(work)}#amendments`, 303)
  })
}

/** Reads a request by a coordinator or a person who attended, once there is a text to amend. */
async function loadAmendmentRequest(visit: Visit): Promise<Asked> {
  const { application } = visit
  const loaded = await loadMeetingRequest(visit)
  const { writing, network, meeting } = loaded
  const mayKeep = mayKeepMeetings(writing.actor, network.id)
  const attended = (await lookUpOwnParticipation(writing, meeting)) !== null
  const isOpen = minutesPhase(meeting, dayOf(application.clock)) === 'amendable'
  const mayWrite = mayAmend(writing.actor, network.id, attended)
  if (!mayKeep && !(mayWrite && meeting.amendableAt !== null)) notFound('amendments')
  return { ...loaded, mayKeep, mayAmend: mayWrite && isOpen, isOpen }
}

async function render(visit: Asked, form: FormState): Promise<FastifyReply> {
  const { context, reader, network, meeting } = visit
  const { t } = reader
  const [sections, amendments] = await Promise.all([
    selectSections(context, meeting.id),
    listAmendments(context, meeting.id),
  ])
  return renderNetworkPage(visit, {
    title: t('minutes.work.amendments'),
    description: t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'amendments'),
    noindex: true,
    children: (
      <>
        <ErrorList form={form} />
        <WorkHeading
          back={meetingBack(reader, network.slug, meeting)}
          lead={
            visit.isOpen && meeting.amendableUntil
              ? t('minutes.final.openUntil', { day: dayWords(reader, meeting.amendableUntil) })
              : t('minutes.amendment.closed')
          }
        >
          {t('minutes.work.amendments')}
        </WorkHeading>
        {amendments.length > 0 ? (
          <PageSection id="amendments" title={t('minutes.amendment.list')}>
            <AmendmentList amendments={amendments} address={visit.mayKeep ? addressOf(visit) : null} />
          </PageSection>
        ) : null}
        {visit.mayAmend ? (
          <PageSection id="propose" title={t('minutes.amendment.propose')}>
            <Form action={addressOf(visit)} form={form} submit={t('minutes.amendment.send')}>
              <AmendmentFields sections={sections} />
            </Form>
          </PageSection>
        ) : null}
        <PageSection id="minutes" title={t('minutes.text.minutes')}>
          <MinutesContents sections={sections} />
          <MinutesText sections={sections} />
        </PageSection>
      </>
    ),
  })
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'amendments')
}

/** Asks for another wording of a passage, with the reason. */
function AmendmentFields({ sections }: { sections: readonly Section[] }) {
  const reader = useReader()
  const { values } = useForm()
  const { t } = reader
  const languages = [...new Set(sections.flatMap(({ text }) => Object.keys(text)))]
  return (
    <>
      <ChoiceField
        name="section"
        label={t('minutes.amendment.section')}
        options={sections.map(({ id, title }) => ({
          value: id,
          label: chooseText(title, reader.language)?.text ?? '',
        }))}
        isFolded
        required
      />
      <ChoiceField
        name="language"
        label={t('minutes.amendment.language')}
        options={languages.map((language) => ({ value: language, label: languageInWords(reader, language) }))}
        chosen={[
          typedValue(values, 'language') ||
            (languages.includes(reader.language) ? reader.language : (languages[0] ?? '')),
        ]}
        required
      />
      <TextAreaField
        name="passage"
        label={t('minutes.amendment.passage')}
        hint={t('minutes.amendment.passageHint')}
        max={longestPassage}
        rows={3}
        required
      />
      <TextAreaField
        name="proposal"
        label={t('minutes.amendment.proposal')}
        hint={t('minutes.amendment.proposalHint')}
        max={longestPassage}
        rows={3}
      />
      <TextAreaField
        name="reason"
        label={t('minutes.amendment.reason')}
        max={longestReason}
        rows={2}
        required
      />
    </>
  )
}

interface AmendmentListProps {
  amendments: readonly Amendment[]
  /** The address to which coordinators send answers; null for other readers. */
  address: string | null
}

/** Amendments: passage and proposal side by side, and the answer. */
function AmendmentList({ amendments, address }: AmendmentListProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <ol class="entries">
      {amendments.map((amendment) => (
        <li key={amendment.id} id={`a-${amendment.id}`}>
          <p class="entry-title">
            {amendment.sectionTitle ? (
              <Passage text={amendment.sectionTitle} as="span" tags={false} />
            ) : (
              t('minutes.amendment.sectionGone')
            )}{' '}
            <span class="tag">{t(`minutes.amendment.state.${amendment.decision ?? 'open'}`)}</span>
          </p>
          <p class="entry-meta">
            {[
              amendment.by,
              amendment.organisation ? chooseName(amendment.organisation, reader.language).text : '',
            ]
              .filter(Boolean)
              .join(', ')}
            {' · '}
            <Moment at={amendment.proposedAt} />
          </p>
          <Sides amendment={amendment} />
          <p>{t('minutes.amendment.because', { reason: amendment.reason })}</p>
          {amendment.decidedAt ? (
            <p class="entry-meta">
              {amendment.answer ? `${amendment.answer} – ` : null}
              {amendment.decidedBy ? `${amendment.decidedBy}, ` : null}
              <Moment at={amendment.decidedAt} />
            </p>
          ) : address ? (
            <AnswerForm action={`${address}/${amendment.id}`} id={amendment.id} />
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function Sides({ amendment: { passage, proposal, language } }: { amendment: Amendment }) {
  const reader = useReader()
  const { t } = reader
  const attributes = languageAttributes(reader, language)
  return (
    <div class="side-by-side">
      <div>
        <p class="side-title">{t('minutes.amendment.passage')}</p>
        <p class="as-written" {...attributes}>
          <DifferenceSide before={passage} after={proposal} side="before" />
        </p>
      </div>
      <div>
        <p class="side-title">{t('minutes.amendment.proposal')}</p>
        <p class="as-written" {...attributes}>
          {proposal === '' ? (
            t('minutes.amendment.leftOut')
          ) : (
            <DifferenceSide before={passage} after={proposal} side="after" />
          )}
        </p>
      </div>
    </div>
  )
}

function AnswerForm({ action, id }: { action: string; id: string }) {
  const { t } = useReader()
  return (
    <Form action={action} own={id}>
      <TextAreaField name="answer" label={t('minutes.amendment.answer')} max={1000} rows={2} />
      <p class="form-end">
        <button class="button primary" type="submit" name="decision" value="accepted">
          {t('minutes.amendment.accept')}
        </button>{' '}
        <button class="button" type="submit" name="decision" value="declined">
          {t('minutes.amendment.decline')}
        </button>
      </p>
    </Form>
  )
}
