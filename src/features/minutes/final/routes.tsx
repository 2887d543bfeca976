import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
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
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/meetings/:slug/text'
  pages.post(`${place}/amendable`, async (visit) => {
    return take(visit, untilForm, (asked, minutes, { until }) =>
      openAmendments(asked.writing, minutes, until),
    )
  })
  pages.post(`${place}/final`, async (visit) => {
    return take(visit, finalForm, (asked, minutes, { number }) =>
      finaliseMinutes(asked.writing, minutes, number),
    )
  })
  pages.post(`${place}/errata`, async (visit) => {
    return take(visit, erratumForm, (asked, minutes, { text }) => addErratum(asked.writing, minutes, text))
  })
}

async function take<S extends z.ZodType>(
  visit: Visit,
  schema: S,
  save: (asked: MeetingRequest, minutes: Minutes, data: z.output<S>) => Promise<void>,
): Promise<FastifyReply> {
  const { request, reply } = visit
  const asked = await readMeetingWork(visit)
  const { reader, network, meeting } = asked
  const form = readForm(schema, request.body)
  if (!form.valid) return refuse(asked, form.errors)
  try {
    await save(asked, { networkId: network.id, meetingId: meeting.id }, form.data)
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === 'wrongInput')) throw error
    return refuse(asked, [{ field: '', message: (t) => t('minutes.error.pastDay') }])
  }
  return reply.redirect(paths.step(reader, network.slug, meeting.slug, 'text'), 303)
}

/** Says what is wrong with a form of one field, and leads back to it. */
async function refuse(asked: MeetingRequest, errors: readonly FieldError[]): Promise<FastifyReply> {
  const { reader, network, meeting } = asked
  const title = reader.t('minutes.final.title')
  const back = {
    href: paths.step(reader, network.slug, meeting.slug, 'text'),
    label: reader.t('minutes.work.text'),
  }
  return drawNetworkPage(asked, {
    status: 422,
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'text'),
    noindex: true,
    children: (
      <FormPage title={title} back={back} errors={errors.map(({ message }) => ({ field: '', message }))}>
        <p>
          <a class="button" href={back.href}>
            {reader.t('minutes.final.back')}
          </a>
        </p>
      </FormPage>
    ),
  })
}
