import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { type FieldError, type FormState, fieldError, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { answerAddress } from '../../../platform/mail/inbound/answer-address.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { mailTo } from '../../../platform/mail/notify.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { listPending } from '../actions/queries.ts'
import { listPoints } from '../agenda/queries.ts'
import { meetingPath, paths } from '../paths.ts'
import { loadKeptMeetingRequest, type MeetingRequest } from '../request.ts'
import { meetingBack, WorkHeading } from '../views/work-heading.tsx'
import { addAnswerRoutes } from './by-link.pages.tsx'
import { type Choosable, chosenRecipients, listChoosable } from './choosing.ts'
import { convene } from './commands.ts'
import { ConvocationPage } from './convocation-page.tsx'
import { type Convocation, convocationMail } from './mails.ts'
import { listInvitees } from './queries.ts'
import { eachOnce, type Recipient, readAddresses } from './recipients.ts'
import { recipientsForm } from './schema.ts'

/** Convocations to a meeting, and the answers. */
export function addConvocationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/meetings/:slug/convocation'
  pages.get(place, loadKeptMeetingRequest, async (visit) => {
    const choosable = await listChoosable(visit.context, visit.network.id)
    return render({ ...visit, choosable }, { values: {}, errors: [] })
  })

  addNetworkAction(pages, place, {
    open: async (visit) => {
      const loaded = await loadKeptMeetingRequest(visit)
      return { ...loaded, choosable: await listChoosable(loaded.writing, loaded.network.id) }
    },
    schema: recipientsForm,
    save: async (visit, typed) => {
      const { writing, reader, network, meeting } = visit
      const { recipients, wrong } = readRecipients(visit, typed)
      const errors = errorsOf(meeting, recipients, wrong)
      if (errors.length > 0) return errors
      if (typed.action === 'preview') return { status: 200 }
      await convene(application, writing, await readConvocation(visit), recipients)
      return `${paths.step(reader, network.slug, meeting.slug, 'convocation')}?done=sent#answers`
    },
    again: render,
  })

  addAnswerRoutes(app, application)
}

type ConveningRequest = MeetingRequest & { choosable: Choosable }

function readRecipients({ choosable }: ConveningRequest, typed: z.output<typeof recipientsForm>) {
  const { recipients, wrong } = readAddresses(typed.addresses, typed.language)
  return { recipients: eachOnce([...chosenRecipients(choosable, typed), ...recipients]), wrong }
}

function errorsOf(
  { cancelledAt }: MeetingRequest['meeting'],
  recipients: readonly Recipient[],
  wrong: readonly string[],
): FieldError[] {
  if (cancelledAt !== null) return [fieldError('roles', 'minutes.error.cancelled')]
  if (wrong.length > 0) {
    const message: FieldError['message'] = (t) =>
      t('minutes.error.addresses', { addresses: wrong.join(' · ') })
    return [{ field: 'addresses', message }]
  }
  if (recipients.length > 0) return []
  return [{ field: 'roles', message: (t) => t('minutes.error.nobodyChosen') }]
}

async function readConvocation({ context, network, meeting }: MeetingRequest): Promise<Convocation> {
  const [points, pending] = await Promise.all([
    listPoints(context, meeting.id),
    listPending(context, network.id, { before: meeting.heldOn }),
  ])
  return { network, meeting, points, pending }
}

async function render(visit: ConveningRequest, form: FormState): Promise<FastifyReply> {
  const { application, context, reader, network, meeting, choosable } = visit
  const title = reader.t('minutes.work.convocation')
  const convocation = await readConvocation(visit)
  const typed = readForm(recipientsForm, form.values)
  const recipients =
    typed.valid && form.errors.length === 0 ? readRecipients(visit, typed.data).recipients : []
  const byLanguage = Map.groupBy(recipients, ({ language }) => language)
  const previews: { mail: Mail; count: number }[] = []
  for (const own of byLanguage.values()) {
    const [first] = own
    if (!first) continue
    const { name, address, language } = first
    const mail = await mailTo(visit, { name, address, language }, application.settings.baseUrl, (notified) =>
      convocationMail(notified, convocation, answerAddress(application, 'calendar') !== null),
    )
    previews.push({ mail, count: own.length })
  }
  const invitees = await listInvitees(context, meeting.id)
  const isSent = parameterOf(visit.request.query, 'done') === 'sent' && invitees.length > 0
  return renderNetworkPage(visit, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'convocation'),
    noindex: true,
    children: (
      <>
        <ErrorList form={form} />
        {isSent ? (
          <>
            <Notice kind="done" live>
              {reader.t('minutes.convocation.sent', { count: invitees.length })}
            </Notice>
            {application.settings.smtpUrl === null ? (
              <Notice kind="warning">{reader.t('ui.mail.noServer')}</Notice>
            ) : null}
          </>
        ) : null}
        <WorkHeading
          back={meetingBack(reader, network.slug, meeting)}
          lead={reader.t('minutes.convocation.lead')}
        >
          {title}
        </WorkHeading>
        <ConvocationPage
          action={paths.step(reader, network.slug, meeting.slug, 'convocation')}
          choosable={choosable}
          invitees={invitees}
          form={form}
          previews={previews}
        />
      </>
    ),
  })
}
