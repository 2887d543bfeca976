import type { FastifyInstance, FastifyReply } from 'fastify'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import { readSignedId, signId } from '../../../platform/context/signed-id.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { addLinkAction } from '../../directory/picking/index.ts'
import {
  type LinkRequest,
  loadLinkRequest,
  loadNetworkRequest,
  renderNetworkPage,
} from '../../networks/index.ts'
import { AgendaList } from '../agenda/agenda-list.tsx'
import { listPoints, type Point } from '../agenda/queries.ts'
import { presenceWords } from '../attendance/attendance-list.tsx'
import type { Meeting } from '../meetings/meeting.ts'
import { findMeetingById } from '../meetings/queries.ts'
import { MeetingFacts } from '../meetings/views/meeting-facts.tsx'
import { paths } from '../paths.ts'
import { answerConvocation, answerPurpose } from './commands.ts'
import { answers, type Invitee, lookUpInvitee, lookUpInviteeOf } from './queries.ts'
import { answerForm } from './schema.ts'

/** The page on which an invitee answers a convocation through the link in their mail. Opening it changes nothing. */
export function addAnswerRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/convocations/:token'
  pages.get(place, loadAnswerRequest, (visit) => {
    const { answer, representedBy, words } = visit.invitee
    return show(visit, { values: { answer: answer ?? '', representedBy, words }, errors: [] })
  })

  // Who has an account comes from the list of what waits for them, and goes on by their own link.
  pages.get('/:language/:network/meetings/:slug/answer', loadNetworkRequest, async (visit) => {
    const { request, reply, context, reader, network } = visit
    const personId = personIdOf(context.actor)
    if (personId === null) throw new Refusal('notSignedIn')
    const slug = parameterOf(request.params, 'slug') ?? ''
    const invitee = (await lookUpInviteeOf(context, network.id, { slug, personId })) ?? notFound(slug)
    const token = signId(application.secret, answerPurpose, invitee.id)
    return reply.redirect(paths.answer(reader.language, network.slug, token), 303)
  })

  addLinkAction(pages, place, {
    open: loadAnswerRequest,
    schema: answerForm,
    save: async ({ address, writing, network, meeting, invitee }, typed) => {
      const whose = { networkId: network.id, meetingId: meeting.id, inviteeId: invitee.id }
      await answerConvocation(writing, whose, typed)
      return address
    },
    again: show,
  })
}

interface AnswerRequest extends LinkRequest {
  invitee: Invitee
  meeting: Meeting
}

async function loadAnswerRequest(visit: Visit): Promise<AnswerRequest> {
  const { application } = visit
  const loaded = await loadLinkRequest(visit)
  const { writing, token } = loaded
  const id = readSignedId(application.secret, answerPurpose, token) ?? notFound('convocation')
  const invitee = (await lookUpInvitee(writing, loaded.network.id, id)) ?? notFound('convocation')
  // The link shows its invitee the meeting, whether or not others may see it.
  const seeing = { ...operatorContext(application), today: loaded.usualDay }
  const meeting = await findMeetingById(seeing, loaded.network.id, invitee.meetingId)
  return { ...loaded, invitee, meeting }
}

async function show(visit: AnswerRequest, form: FormState): Promise<FastifyReply> {
  const { reply, address, reader, meeting, writing } = visit
  // Its address speaks for them: no other page may learn it.
  reply.header('referrer-policy', 'no-referrer')
  const isOver = meeting.heldOn < visit.usualDay
  return renderNetworkPage(visit, {
    title: reader.t('minutes.answer.title'),
    description: reader.t('minutes.answer.title'),
    path: '',
    noindex: true,
    width: 'reading',
    children: (
      <AnswerPage
        network={visit.network}
        meeting={meeting}
        points={await listPoints(writing, meeting.id)}
        invitee={visit.invitee}
        state={meeting.cancelledAt ? 'cancelled' : isOver ? 'over' : 'open'}
        action={address}
        form={form}
      />
    ),
  })
}

interface AnswerPageProps {
  network: RecordNetwork
  meeting: Meeting
  points: readonly Point[]
  invitee: Invitee
  state: 'open' | 'over' | 'cancelled'
  action: string
  form: FormState
}

/** The meeting as its invitee sees it, with their answer, which they may change until it is over. */
function AnswerPage(props: AnswerPageProps) {
  const reader = useReader()
  const { network, meeting, points, invitee, state } = props
  const { t } = reader
  return (
    <>
      <ErrorList form={props.form} />
      <PageHeading
        kicker={t('minutes.answer.title')}
        lead={invitee.name ? t('minutes.answer.for', { name: invitee.name }) : undefined}
      >
        <Passage text={meeting.title} as="span" tags={false} />
      </PageHeading>
      {state === 'cancelled' ? <Notice kind="warning">{t('minutes.meeting.cancelled')}</Notice> : null}
      {invitee.answer && invitee.answeredAt ? (
        <Notice kind="done" live>
          <p>
            {t('minutes.answer.given')}{' '}
            <strong>
              {presenceWords(reader, { presence: invitee.answer, representedBy: invitee.representedBy })}
            </strong>{' '}
            (<Moment at={invitee.answeredAt} />)
          </p>
        </Notice>
      ) : null}
      <MeetingFacts network={network} meeting={meeting} marks={() => []} />
      <Passage text={meeting.invitation} class="minutes-invitation" />
      {points.length > 0 ? (
        <Section id="agenda" title={t('minutes.agenda.title')}>
          <AgendaList points={points} />
        </Section>
      ) : null}
      {state === 'open' ? (
        <AnswerForm {...props} />
      ) : (
        <p class="quiet">{t(state === 'over' ? 'minutes.answer.over' : 'minutes.answer.notNeeded')}</p>
      )}
    </>
  )
}

function AnswerForm({ action, invitee, form }: AnswerPageProps) {
  const { t } = useReader()
  return (
    <Section id="answer" title={t(invitee.answer ? 'minutes.answer.change' : 'minutes.answer.yours')}>
      <Form action={action} form={form} submit={t('minutes.answer.send')}>
        <ChoiceField
          name="answer"
          label={t('minutes.answer.question')}
          options={answers.map((answer) => ({ value: answer, label: t(`minutes.answer.option.${answer}`) }))}
          required
        />
        <Field name="representedBy" label={t('minutes.answer.by')} />
        <TextAreaField name="words" label={t('minutes.answer.words')} max={1000} rows={3} />
      </Form>
    </Section>
  )
}
