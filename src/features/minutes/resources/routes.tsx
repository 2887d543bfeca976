import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import {
  type FieldError,
  type FormValues,
  readForm,
  readValues,
  typedValue,
} from '../../../platform/input/form.ts'
import { applyListAction } from '../../../platform/input/list-action.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { type MeetingRequest, neverKept, readMeetingWork } from '../call.ts'
import { textValues } from '../decisions/decision-values.ts'
import { meetingPath, paths } from '../paths.ts'
import { FormPage } from '../views/form-page.tsx'
import { meetingBack } from '../views/meeting-back.tsx'
import { changeResources } from './editing/commands.ts'
import { listResources } from './queries.ts'
import type { Resource } from './resource.ts'
import { resourcesForm } from './schema.ts'
import { ResourcesForm } from './views/resources-form.tsx'

/** What was shown or handed out at a meeting, for those who write it down. */
export function addResourceRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/meetings/:slug/resources'
  app.get(place, neverKept, async (request, reply) => {
    const asked = await readMeetingWork(application, request)
    const values = valuesOf(await listResources(asked.writing, asked.meeting.id))
    return draw(application, request, reply, asked, { values })
  })

  app.post(place, neverKept, async (request, reply) => {
    const asked = await readMeetingWork(application, request)
    const { writing, reader, network, meeting } = asked
    const values = readValues(request.body)
    const moved = applyListAction(values, typedValue(values, 'action'))
    if (moved)
      return draw(application, request, reply, asked, { values: moved.values, focus: moved.focus.index })
    const form = readForm(resourcesForm, request.body)
    if (!form.valid) return draw(application, request, reply.code(422), asked, form)
    const typed = form.data.resources.map((each) => ({ ...each, id: each.id || null }))
    await changeResources(writing, { networkId: network.id, meetingId: meeting.id }, typed)
    return reply.redirect(`${paths.meeting(reader, network.slug, meeting.slug)}#resources`, 303)
  })
}

function valuesOf(resources: readonly Resource[]): FormValues {
  return Object.assign(
    {},
    ...resources.map((resource, index) => ({
      [`resources.${index}.id`]: resource.id,
      [`resources.${index}.kind`]: resource.kind,
      [`resources.${index}.language`]: resource.language,
      [`resources.${index}.url`]: resource.url ?? '',
      [`resources.${index}.copyWords`]: resource.copyWords,
      ...textValues(`resources.${index}.label`, resource.label),
    })),
  )
}

interface Shown {
  values: FormValues
  errors?: FieldError[]
  focus?: number
}

async function draw(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: MeetingRequest,
  { values, errors = [], focus }: Shown,
): Promise<FastifyReply> {
  const { writing, reader, network, meeting } = asked
  const title = reader.t('minutes.work.resources')
  return drawNetworkPage(application, request, reply, asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'resources'),
    noindex: true,
    children: (
      <FormPage
        reader={reader}
        title={title}
        back={meetingBack(reader, network.slug, meeting)}
        errors={errors}
      >
        <ResourcesForm
          reader={reader}
          languages={network.languages}
          action={paths.step(reader, network.slug, meeting.slug, 'resources')}
          resources={await listResources(writing, meeting.id)}
          values={values}
          errors={errors}
          focus={focus ?? null}
        />
      </FormPage>
    ),
  })
}
