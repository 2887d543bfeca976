import type { FastifyInstance, FastifyReply } from 'fastify'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseText, mergeLocalizedText } from '../../../platform/i18n/localized-text.ts'
import { readForm } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section as PageSection } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { addNetworkForm } from '../../directory/picking/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import { countOpenAmendments } from '../amendments/queries.ts'
import { FinalForms } from '../final/final-forms.tsx'
import { addClosingRoutes } from '../final/pages.tsx'
import { type Meeting, type MinutesPhase, minutesPhase } from '../meetings/meeting.ts'
import { meetingPath, paths } from '../paths.ts'
import { loadKeptMeetingRequest, type MeetingRequest } from '../request.ts'
import { meetingBack, WorkHeading } from '../views/work-heading.tsx'
import {
  addSection,
  type Clash,
  changeSection,
  moveSection,
  prepareMinutes,
  removeSection,
  type TypedSection,
} from './editing.commands.ts'
import { MinutesContents, MinutesText } from './minutes-text.tsx'
import { findLatestNumber, selectSections } from './queries.ts'
import type { Section } from './section.ts'
import { ClashPart, SectionFields, sectionAction, sectionForm } from './section-form.tsx'
import { addVersionRoutes } from './versions.pages.tsx'

/** The text of minutes, for coordinators. */
export function addSectionRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/meetings/:slug/text'
  pages.get(place, loadKeptMeetingRequest, renderText)

  pages.post(`${place}/preparation`, loadKeptMeetingRequest, async (visit) => {
    const { reply } = visit
    const { interfaceLanguage: language, t } = visit.reader
    await prepareMinutes(visit.writing, minutesOf(visit), { language, restTitle: t('minutes.text.rest') })
    return reply.redirect(addressOf(visit), 303)
  })

  pages.post(`${place}/changes`, loadKeptMeetingRequest, async (visit) => {
    const { request, reply } = visit
    const read = readForm(sectionAction, request.body)
    if (!read.valid) return reply.redirect(addressOf(visit), 303)
    const { up, down, remove } = read.data
    const moved = up ?? down
    if (moved) await moveSection(visit.writing, minutesOf(visit), moved, up ? -1 : 1)
    if (remove) await removeSection(visit.writing, minutesOf(visit), remove)
    return reply.redirect(`${addressOf(visit)}${moved ? `#p-${moved}` : ''}`, 303)
  })

  addVersionRoutes(app, application)
  addClosingRoutes(app, application)

  addNetworkForm(pages, `${place}/:section`, {
    open: loadSectionRequest,
    title: titleOf,
    description: 'minutes.list.lead',
    path: ({ meeting, section }) => meetingPath(meeting.slug, 'text', section?.id ?? 'new'),
    values: async ({ context, meeting, section }) => ({
      seen: String(await findLatestNumber(context, meeting.id)),
      level: String(section?.level ?? 2),
    }),
    schema: sectionForm,
    fields: ({ network, section }) => <SectionFields languages={network.languages} section={section} />,
    page: (visit, form, state) => (
      <>
        <ErrorList form={state} />
        <WorkHeading back={{ href: addressOf(visit), label: visit.reader.t('minutes.work.text') }}>
          {titleOf(visit)}
        </WorkHeading>
        {visit.clash ? <ClashPart clash={visit.clash} /> : null}
        {visit.preview ? (
          <PageSection id="preview" title={visit.reader.t('minutes.text.preview')}>
            <MinutesText sections={[visit.preview]} />
          </PageSection>
        ) : null}
        {form}
      </>
    ),
    save: async (visit, { action, ...typed }, _choices, values) => {
      const { writing, section } = visit
      if (action === 'preview')
        return { status: 200, visit: { ...visit, preview: previewOf(section, typed) } }
      const clash = section
        ? await changeSection(writing, minutesOf(visit), section.id, typed)
        : (await addSection(writing, minutesOf(visit), typed)) && null
      if (!clash) return addressOf(visit)
      // The form now knows the present state: sent once more, it is meant.
      const seen = String(await findLatestNumber(visit.context, visit.meeting.id))
      return { status: 409, values: { ...values, seen }, visit: { ...visit, clash } }
    },
  })
}

interface SectionRequest extends MeetingRequest {
  /** Null for a new one. */
  section: Section | null
  /** The part as typed, for a preview before it is saved. */
  preview?: Section
  clash?: Clash
}

async function loadSectionRequest(visit: Visit): Promise<SectionRequest> {
  const loaded = await loadKeptMeetingRequest(visit)
  if (loaded.meeting.finalAt) notFound('text')
  const id = parameterOf(visit.request.params, 'section') ?? ''
  if (id === 'new') return { ...loaded, section: null }
  const found = (await selectSections(loaded.context, loaded.meeting.id)).find((each) => each.id === id)
  return { ...loaded, section: found ?? notFound(id) }
}

function titleOf({ reader, section }: SectionRequest): string {
  return reader.t(section ? 'minutes.text.edit' : 'minutes.text.add')
}

function previewOf(section: Section | null, typed: Pick<TypedSection, 'title' | 'text' | 'level'>): Section {
  return {
    id: section?.id ?? 'new',
    title: mergeLocalizedText(section?.title ?? {}, typed.title),
    text: mergeLocalizedText(section?.text ?? {}, typed.text),
    level: typed.level,
  }
}

async function renderText(visit: MeetingRequest): Promise<FastifyReply> {
  const { application, context, reader, network, meeting } = visit
  const title = reader.t('minutes.work.text')
  return renderNetworkPage(visit, {
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

function minutesOf({ network, meeting }: MeetingRequest) {
  return { networkId: network.id, meetingId: meeting.id }
}

function addressOf({ reader, network, meeting }: MeetingRequest): string {
  return paths.step(reader, network.slug, meeting.slug, 'text')
}

interface TextPageProps {
  network: string
  meeting: Meeting
  phase: MinutesPhase
  sections: readonly Section[]
  languages: readonly string[]
  suggestedNumber: string
  openAmendments: number
}

/** The text of minutes for coordinators: its parts in order, how it reads, and what makes it final. */
function TextPage(props: TextPageProps) {
  const reader = useReader()
  const { network, meeting, phase, sections } = props
  const { t } = reader
  const address = paths.step(reader, network, meeting.slug, 'text')
  const isFinal = phase === 'final'
  return (
    <>
      {isFinal ? <Notice>{t('minutes.final.isFinal')}</Notice> : null}
      {sections.length === 0 ? (
        <EmptyState
          title={t('minutes.text.emptyTitle')}
          why={t('minutes.text.emptyWhy')}
          next={
            isFinal ? undefined : (
              <form method="post" action={`${address}/preparation`}>
                <button class="button primary" type="submit">
                  {t('minutes.notes.prepare')}
                </button>
              </form>
            )
          }
        />
      ) : null}
      {isFinal || sections.length === 0 ? null : <Parts address={address} sections={sections} />}
      {isFinal ? null : (
        <p class="form-end">
          <a class="button" href={`${address}/new`}>
            {t('minutes.text.add')}
          </a>{' '}
          <a class="button" href={`${address}/versions`}>
            {t('minutes.text.versions')}
          </a>
        </p>
      )}
      <FinalForms {...props} />
      {sections.length > 0 ? (
        <PageSection id="preview" title={t('minutes.text.preview')}>
          <MinutesContents sections={sections} />
          <MinutesText sections={sections} />
        </PageSection>
      ) : null}
    </>
  )
}

function Parts({ address, sections }: { address: string; sections: readonly Section[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <form method="post" action={`${address}/changes`}>
      <ol class="entries agenda-points">
        {sections.map((section, index) => (
          <li key={section.id} id={`p-${section.id}`} class={`minutes-level-${section.level}`}>
            <p class="entry-title">
              <a href={`${address}/${section.id}`}>
                <Passage text={section.title} as="span" tags={false} />
              </a>
            </p>
            <p class="part-actions">
              {(['up', 'down', 'remove'] as const).map((kind) =>
                (kind === 'up' && index === 0) ||
                (kind === 'down' && index === sections.length - 1) ? null : (
                  <button key={kind} class="button" type="submit" name={kind} value={section.id}>
                    {t(`ui.parts.${kind}`)}
                    <span class="visually-hidden"> ({chooseText(section.title, reader.language)?.text})</span>
                  </button>
                ),
              )}
            </p>
          </li>
        ))}
      </ol>
    </form>
  )
}
