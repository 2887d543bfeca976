import type { FastifyInstance, FastifyReply } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit, withStatus } from '../../../platform/http/visit.ts'
import { mergeLocalizedText } from '../../../platform/i18n/merge-localized-text.ts'
import { type FormState, readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { ErrorList } from '../../../ui/form/form.tsx'
import { drawNetworkPage } from '../../networks/index.ts'
import { countOpenAmendments } from '../amendments/queries.ts'
import { type MeetingRequest, readMeetingWork } from '../call.ts'
import { addClosingRoutes } from '../final/routes.tsx'
import { minutesPhase } from '../meetings/meeting.ts'
import { meetingPath, paths } from '../paths.ts'
import { meetingBack } from '../views/meeting-back.tsx'
import { WorkHeading } from '../views/work-heading.tsx'
import {
  addSection,
  type Clash,
  changeSection,
  moveSection,
  prepareMinutes,
  removeSection,
} from './editing/commands.ts'
import { selectSections } from './queries.ts'
import { sectionAction, sectionForm } from './schema.ts'
import type { Section } from './section.ts'
import { findLatestNumber } from './versions/queries.ts'
import { addVersionRoutes } from './versions/routes.tsx'
import { SectionForm } from './views/section-form.tsx'
import { TextPage } from './views/text-page.tsx'

/** The text of minutes, for those who write it. */
export function addSectionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/meetings/:slug/text'
  pages.get(place, readMeetingWork, drawText)

  pages.post(`${place}/preparation`, readMeetingWork, async (asked) => {
    const { reply } = asked
    const { interfaceLanguage: language, t } = asked.reader
    await prepareMinutes(asked.writing, minutesOf(asked), { language, restTitle: t('minutes.text.rest') })
    return reply.redirect(addressOf(asked), 303)
  })

  pages.post(`${place}/changes`, readMeetingWork, async (asked) => {
    const { request, reply } = asked
    const read = readForm(sectionAction, request.body)
    if (!read.valid) return reply.redirect(addressOf(asked), 303)
    const { up, down, remove } = read.data
    const moved = up ?? down
    if (moved) await moveSection(asked.writing, minutesOf(asked), moved, up ? -1 : 1)
    if (remove) await removeSection(asked.writing, minutesOf(asked), remove)
    return reply.redirect(`${addressOf(asked)}${moved ? `#p-${moved}` : ''}`, 303)
  })

  addVersionRoutes(app, application)
  addClosingRoutes(app, application)

  pages.get(`${place}/:section`, readOne, async ({ asked, section }) => {
    const seen = String(await findLatestNumber(asked.context, asked.meeting.id))
    const values = { seen, level: String(section?.level ?? 2) }
    return drawForm(asked, section, { values, errors: [] })
  })

  pages.post(`${place}/:section`, readOne, async ({ asked, section }) => {
    const { request, reply } = asked
    const form = readForm(sectionForm, request.body)
    if (!form.valid) return drawForm(withStatus(asked, 422), section, form)
    const { action, ...typed } = form.data
    const preview = {
      id: section?.id ?? 'new',
      title: mergeLocalizedText(section?.title ?? {}, typed.title),
      text: mergeLocalizedText(section?.text ?? {}, typed.text),
      level: typed.level,
    }
    if (action === 'preview')
      return drawForm(asked, section, { values: form.values, errors: [] }, { preview })
    const clash = section
      ? await changeSection(asked.writing, minutesOf(asked), section.id, typed)
      : (await addSection(asked.writing, minutesOf(asked), typed)) && null
    if (!clash) return reply.redirect(addressOf(asked), 303)
    // Sent once more it is meant: the form now knows how the text stands.
    const seen = String(await findLatestNumber(asked.context, asked.meeting.id))
    const values = { ...form.values, seen }
    return drawForm(withStatus(asked, 409), section, { values, errors: [] }, { clash })
  })
}

async function readOne(visit: Visit) {
  const { request } = visit
  const asked = await readMeetingWork(visit)
  if (asked.meeting.finalAt) notFound('text')
  const id = parameterOf(request.params, 'section') ?? ''
  if (id === 'new') return { asked, section: null }
  const found = (await selectSections(asked.context, asked.meeting.id)).find((each) => each.id === id)
  return { asked, section: found ?? notFound(id) }
}

async function drawText(asked: MeetingRequest): Promise<FastifyReply> {
  const { application, context, reader, network, meeting } = asked
  const title = reader.t('minutes.work.text')
  return drawNetworkPage(asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'text'),
    noindex: true,
    children: (
      <>
        <WorkHeading back={meetingBack(reader, network.slug, meeting)}>{title}</WorkHeading>
        <TextPage
          network={network.slug}
          meeting={meeting}
          phase={minutesPhase(meeting, dayOf(application.clock))}
          sections={await selectSections(context, meeting.id)}
          languages={network.languages}
          suggestedNumber={meeting.heldOn}
          openAmendments={await countOpenAmendments(context, meeting.id)}
        />
      </>
    ),
  })
}

function drawForm(
  asked: MeetingRequest,
  section: Section | null,
  form: FormState,
  { preview = null, clash = null }: { preview?: Section | null; clash?: Clash | null } = {},
): FastifyReply {
  const { reader, network, meeting } = asked
  const title = reader.t(section ? 'minutes.text.edit' : 'minutes.text.add')
  const step = section?.id ?? 'new'
  return drawNetworkPage(asked, {
    title,
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'text', step),
    noindex: true,
    children: (
      <>
        <ErrorList form={form} />
        <WorkHeading back={{ href: addressOf(asked), label: reader.t('minutes.work.text') }}>
          {title}
        </WorkHeading>
        <SectionForm
          languages={network.languages}
          action={`${addressOf(asked)}/${step}`}
          section={section}
          form={form}
          preview={preview}
          clash={clash}
        />
      </>
    ),
  })
}

function minutesOf({ network, meeting }: MeetingRequest) {
  return { networkId: network.id, meetingId: meeting.id }
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'text')
}
