import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { type FieldError, readForm } from '../../../platform/input/form.ts'
import { Refusal } from '../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { type MeetingRequest, readMeetingWork } from '../call.ts'
import { meetingPath, paths } from '../paths.ts'
import { FormPage } from '../views/form-page.tsx'
import { addErratum, finaliseMinutes, openAmendments } from './commands.ts'
import { erratumForm, finalForm, untilForm } from './schema.ts'

type Minutes = { networkId: string; meetingId: string }

/** What comes after the text of minutes is written: amendments until a day, the final text, errata. */
export function addClosingRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/meetings/:slug/text'
  app.post(`${place}/amendable`, neverKept, (request, reply) =>
    take(application, request, reply, untilForm, (asked, minutes, { until }) =>
      openAmendments(asked.writing, minutes, until),
    ),
  )
  app.post(`${place}/final`, neverKept, (request, reply) =>
    take(application, request, reply, finalForm, (asked, minutes, { number }) =>
      finaliseMinutes(asked.writing, minutes, number),
    ),
  )
  app.post(`${place}/errata`, neverKept, (request, reply) =>
    take(application, request, reply, erratumForm, (asked, minutes, { text }) =>
      addErratum(asked.writing, minutes, text),
    ),
  )
}

async function take<S extends z.ZodType>(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  schema: S,
  save: (asked: MeetingRequest, minutes: Minutes, data: z.output<S>) => Promise<void>,
): Promise<FastifyReply> {
  const asked = await readMeetingWork(application, request)
  const { reader, network, meeting } = asked
  const form = readForm(schema, request.body)
  if (!form.valid) return refuse(application, request, reply, asked, form.errors)
  try {
    await save(asked, { networkId: network.id, meetingId: meeting.id }, form.data)
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === 'wrongInput')) throw error
    return refuse(application, request, reply, asked, [
      { field: '', message: (t) => t('minutes.error.pastDay') },
    ])
  }
  return reply.redirect(paths.step(reader, network.slug, meeting.slug, 'text'), 303)
}

/** Says what is wrong with a form of one field, and leads back to it. */
async function refuse(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: MeetingRequest,
  errors: readonly FieldError[],
): Promise<FastifyReply> {
  const { reader, network, meeting } = asked
  const title = reader.t('minutes.final.title')
  const back = {
    href: paths.step(reader, network.slug, meeting.slug, 'text'),
    label: reader.t('minutes.work.text'),
  }
  return drawNetworkPage(application, request, reply.code(422), asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'text'),
    noindex: true,
    children: (
      <FormPage
        reader={reader}
        title={title}
        back={back}
        errors={errors.map(({ message }) => ({ field: '', message }))}
      >
        <p>
          <a class="button" href={back.href}>
            {reader.t('minutes.final.back')}
          </a>
        </p>
      </FormPage>
    ),
  })
}
