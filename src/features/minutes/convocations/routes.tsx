import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, withStatus } from '../../../platform/http/visit.ts'
import { type FieldError, type FormValues, fieldError, readForm } from '../../../platform/input/form.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { listPending } from '../actions/queries.ts'
import { listPoints } from '../agenda/queries.ts'
import { type MeetingRequest, readMeetingWork } from '../call.ts'
import { meetingPath, paths } from '../paths.ts'
import { FormPage } from '../views/form-page.tsx'
import { meetingBack } from '../views/meeting-back.tsx'
import { addAnswerRoutes } from './answers/routes.tsx'
import { type Choosable, chosenRecipients, listChoosable } from './choosing.ts'
import { convene } from './commands.ts'
import { type Convocation, convocationMail } from './mails/convocation-mail.ts'
import { listInvitees } from './queries.ts'
import { eachOnce, type Recipient, readAddresses } from './recipients.ts'
import { recipientsForm } from './schema.ts'
import { ConvocationPage } from './views/convocation-page.tsx'

/** Convening people to a meeting, and their answers. */
export function addConvocationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/meetings/:slug/convocation'
  pages.get(place, readMeetingWork, async (asked) => {
    const choosable = await listChoosable(asked.context, asked.network.id)
    return draw(asked, { choosable, values: {}, errors: [], recipients: [] })
  })

  pages.post(place, readMeetingWork, async (asked) => {
    const { request, reply, writing, reader, network, meeting } = asked
    const choosable = await listChoosable(writing, network.id)
    const form = readForm(recipientsForm, request.body)
    if (!form.valid) return draw(withStatus(asked, 422), { choosable, ...form, recipients: [] })
    const { addresses, language, action } = form.data
    const typed = readAddresses(addresses, language)
    const recipients = eachOnce([...chosenRecipients(choosable, form.data), ...typed.recipients])
    const errors = errorsOf(meeting, recipients, typed.wrong)
    const shown = { choosable, values: form.values, errors, recipients }
    if (errors.length > 0) return draw(withStatus(asked, 422), shown)
    if (action === 'preview') return draw(asked, shown)
    await convene(application, writing, await readConvocation(asked), recipients)
    return reply.redirect(`${paths.step(reader, network.slug, meeting.slug, 'convocation')}#answers`, 303)
  })

  addAnswerRoutes(app, application)
}

interface Shown {
  choosable: Choosable
  values: FormValues
  errors: FieldError[]
  recipients: Recipient[]
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

async function draw(
  asked: MeetingRequest,
  { choosable, values, errors, recipients }: Shown,
): Promise<FastifyReply> {
  const { application, context, reader, network, meeting } = asked
  const title = reader.t('minutes.work.convocation')
  const convocation = await readConvocation(asked)
  const byLanguage = [...Map.groupBy(errors.length > 0 ? [] : recipients, ({ language }) => language)]
  const previews = byLanguage.flatMap(([, own]) => {
    const [first] = own
    if (!first) return []
    const mail = convocationMail(application, convocation, first, application.settings.baseUrl)
    return { mail, count: own.length }
  })
  return drawNetworkPage(asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'convocation'),
    noindex: true,
    children: (
      <FormPage
        title={title}
        back={meetingBack(reader, network.slug, meeting)}
        lead={reader.t('minutes.convocation.lead')}
        errors={errors}
      >
        <ConvocationPage
          action={paths.step(reader, network.slug, meeting.slug, 'convocation')}
          choosable={choosable}
          invitees={await listInvitees(context, meeting.id)}
          values={values}
          errors={errors}
          previews={previews}
        />
      </FormPage>
    ),
  })
}
