import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Context } from '../../../../platform/context/context.ts'
import { zonesFor } from '../../../../platform/dates/index.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, withStatus } from '../../../../platform/http/visit.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import {
  type FieldError,
  type FormValues,
  fieldError,
  readForm,
  readValues,
  typedValue,
} from '../../../../platform/input/form.ts'
import { applyListAction } from '../../../../platform/input/list-action.ts'
import { Refusal } from '../../../../platform/refusals/refusal.ts'
import { choiceErrors, readChoices } from '../../../directory/index.ts'
import { findOwnZone } from '../../../directory/picking/index.ts'
import { drawNetworkPage, type NetworkRequest } from '../../../networks/index.ts'
import { readKeeperRequest, readMeetingWork } from '../../call.ts'
import { changeConvened } from '../../convocations/telling/commands.ts'
import { meetingPath, paths } from '../../paths.ts'
import { FormPage } from '../../views/form-page.tsx'
import { addMeeting } from '../commands.ts'
import type { Meeting } from '../meeting.ts'
import { factsOf, meetingValues, pickerNames } from '../meeting-values.ts'
import { meetingForm } from '../schema.ts'
import { MeetingForm } from '../views/meeting-form.tsx'

type Asked = NetworkRequest & { writing: Context; meeting: Meeting | null }

/** The form of a meeting: a new one, and one that is there. */
export function addMeetingFormRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/meetings/new', async (visit) => {
    const asked = { ...(await readKeeperRequest(visit)), meeting: null }
    const zone = await findOwnZone(asked.context, asked.reader, asked.network)
    const values = { kind: 'group', zone, languages: asked.network.languages }
    return draw(asked, { values })
  })

  pages.post('/:language/:network/meetings/new', async (visit) => {
    const asked = { ...(await readKeeperRequest(visit)), meeting: null }
    return take(asked, async (facts) => {
      const { slug } = await addMeeting(asked.writing, asked.network.id, {
        ...facts,
        isHeld: false,
        knownOn: asked.usualDay,
      })
      return slug
    })
  })

  pages.get('/:language/:network/meetings/:slug/edit', readMeetingWork, (asked) => {
    return draw(asked, { values: meetingValues(asked.reader, asked.meeting) })
  })

  pages.post('/:language/:network/meetings/:slug/edit', readMeetingWork, async (asked) => {
    const { writing, network, meeting } = asked
    return take(asked, async (facts, seenAt) => {
      await changeConvened(application, writing, { network, meeting }, { facts, seenAt })
      return meeting.slug
    })
  })
}

async function take(
  asked: Asked,
  save: (facts: ReturnType<typeof factsOf>, seenAt: string) => Promise<string>,
): Promise<FastifyReply> {
  const { request, reply } = asked
  const values = readValues(request.body)
  const moved = applyListAction(values, typedValue(values, 'action'))
  if (moved) return draw(asked, { values: moved.values, focus: moved.focus.index })
  const { network, reader, meeting } = asked
  const zones = zonesFor(network.countries, meeting?.zone)
  const form = readForm(meetingForm({ zones, languages: network.languages }), request.body)
  const choices = await readChoices(asked.context, values, pickerNames(values))
  const errors = [...(form.valid ? [] : form.errors), ...choiceErrors(choices, true)]
  if (!form.valid || errors.length > 0) return draw(withStatus(asked, 422), { values, errors })
  try {
    const slug = await save(factsOf(form.data, choices, meeting), instantOf(form.data.seen))
    return reply.redirect(paths.meeting(reader, network.slug, slug), 303)
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === 'changedMeanwhile') || !meeting) throw error
    // Sent once more it is meant: the form now knows how the meeting stands.
    const seen = (await readMeetingWork(asked)).meeting.updatedAt.toISOString()
    const met = [fieldError('', 'minutes.error.changedMeanwhile')]
    return draw(withStatus(asked, 409), { values: { ...values, seen }, errors: met })
  }
}

interface Shown {
  values: FormValues
  errors?: FieldError[]
  focus?: number
}

async function draw(asked: Asked, { values, errors = [], focus }: Shown): Promise<FastifyReply> {
  const { context, reader, network, meeting } = asked
  const title = reader.t(meeting ? 'minutes.work.edit' : 'minutes.list.new')
  const path = meeting ? meetingPath(meeting.slug, 'edit') : '/meetings/new'
  const back = meeting
    ? { href: paths.meeting(reader, network.slug, meeting.slug), label: nameOf(asked, meeting) }
    : { href: paths.list(reader, network.slug), label: reader.t('minutes.list.title') }
  return drawNetworkPage(asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path,
    noindex: true,
    children: (
      <FormPage title={title} back={back} errors={errors}>
        <MeetingForm
          network={network}
          action={`/${reader.language}/${network.slug}${path}`}
          meeting={meeting}
          values={values}
          errors={errors}
          choices={await readChoices(context, values, pickerNames(values))}
          focus={focus ?? null}
        />
      </FormPage>
    ),
  })
}

function nameOf({ reader }: Asked, meeting: Meeting): string {
  return chooseText(meeting.title, reader.language)?.text ?? meeting.slug
}

// What is no instant was seen never.
function instantOf(text: string): string {
  return Number.isNaN(Date.parse(text)) ? new Date(0).toISOString() : new Date(text).toISOString()
}
