import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { dayInput } from '../../../platform/input/date-input.ts'
import { type FormState, fieldError, says } from '../../../platform/input/form.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { FormErrors } from '../../../ui/form/form-errors.tsx'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { meetingPath, paths } from '../paths.ts'
import { loadKeptMeetingRequest, type MeetingRequest } from '../request.ts'
import { WorkHeading } from '../views/work-heading.tsx'
import { correctMinutes, finaliseMinutes, openAmendments } from './commands.ts'

type Minutes = { networkId: string; meetingId: string }

/** The steps after the text of minutes is written: amendments until a day, the final text, errata. */
export function addClosingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const add = <T,>(
    step: string,
    schema: z.ZodType<T>,
    close: (asked: MeetingRequest, minutes: Minutes, typed: T) => Promise<void>,
  ) =>
    addNetworkAction(pages, `/:language/:network/meetings/:slug/text/${step}`, {
      open: loadKeptMeetingRequest,
      schema,
      save: async (visit, typed) => {
        try {
          await close(visit, { networkId: visit.network.id, meetingId: visit.meeting.id }, typed)
        } catch (error) {
          if (!(error instanceof Refusal && error.reason === 'wrongInput')) throw error
          return [fieldError('', 'minutes.error.pastDay')]
        }
        return textOf(visit)
      },
      again: refuse,
    })

  add('amendable', untilForm, ({ writing }, minutes, { until }) => openAmendments(writing, minutes, until))
  add('final', finalForm, ({ writing }, minutes, { number }) => finaliseMinutes(writing, minutes, number))
  add('errata', erratumForm, ({ writing }, minutes, { text }) => correctMinutes(writing, minutes, text))
}

/** Says what is wrong with a form of one field, and links back to it. */
function refuse(visit: MeetingRequest, { errors }: FormState): FastifyReply {
  const { reader, meeting } = visit
  const title = reader.t('minutes.final.title')
  const back = { href: textOf(visit), label: reader.t('minutes.work.text') }
  return renderNetworkPage(visit, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'text'),
    noindex: true,
    children: (
      <>
        {/* Its fields are on another page, so the errors have no links to them. */}
        <FormErrors errors={errors.map(({ message }) => ({ message: message(reader.t) }))} />
        <WorkHeading back={back}>{title}</WorkHeading>
        <p>
          <a class="button" href={back.href}>
            {reader.t('minutes.final.back')}
          </a>
        </p>
      </>
    ),
  })
}

function textOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'text')
}

const untilForm = z.object({ until: dayInput() })
// Closing cannot be undone, so pressing a button is not enough.
const finalForm = z.object({
  number: z.string().trim().min(1).max(40),
  sure: z.literal('yes', { error: says('minutes.error.sure') }),
})
const erratumForm = z.object({ text: typedText({ max: 2000, isRequired: true }) })
