import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { type FormValues, readForm, readValues, typedValue } from '../../../platform/input/form.ts'
import { notFound } from '../../../platform/refusal.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { fieldId } from '../../../ui/form/filled.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { renderNetworkPage } from '../../networks/index.ts'
import { meetingPath, paths } from '../paths.ts'
import { mayKeepMeetings, mayTakeNotes } from '../policy.ts'
import { loadKeptMeetingRequest, loadMeetingRequest, type MeetingRequest } from '../request.ts'
import { meetingBack, WorkHeading } from '../views/work-heading.tsx'
import { givePens, type TypedNote, takeNotes } from './commands.ts'
import { listNotes, listPenIds, listPens, type Note } from './queries.ts'

/** Notes that several people take during a meeting. */
export function addNoteRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/meetings/:slug/notes'
  pages.get(place, loadNotesRequest, (visit) => {
    return render(visit)
  })

  pages
    .with({ ...noStore, ...limits.autosaves })
    .post(place, loadNotesRequest, async ({ request, reply, writing, reader, network, meeting }) => {
      const values = readValues(request.body)
      const notes = typedNotes(values, await listNotes(writing, meeting.id))
      const merged = await takeNotes(writing, { networkId: network.id, meetingId: meeting.id }, notes)
      if (request.headers['x-autosave'] !== undefined)
        return reply.send({ notes: Object.fromEntries(merged.map(({ id, text }) => [id, text])) })
      // The page was left: nobody reads the answer.
      if (typedValue(values, 'autosave') !== '') return reply.code(204).send()
      return reply.redirect(paths.step(reader, network.slug, meeting.slug, 'notes'), 303)
    })

  pages.post(
    `${place}/pens`,
    loadKeptMeetingRequest,
    async ({ request, reply, writing, reader, network, meeting }) => {
      const form = readForm(penForm, request.body)
      if (form.valid)
        await givePens(writing, { networkId: network.id, meetingId: meeting.id }, form.data.pens)
      return reply.redirect(`${paths.step(reader, network.slug, meeting.slug, 'notes')}#pens`, 303)
    },
  )
}

async function loadNotesRequest(visit: Visit): Promise<MeetingRequest> {
  const loaded = await loadMeetingRequest(visit)
  const penIds = await listPenIds(loaded.context, loaded.meeting.id)
  const mayWrite = mayTakeNotes(loaded.context.actor, loaded.network.id, penIds)
  return mayWrite && loaded.meeting.finalAt === null ? loaded : notFound('notes')
}

async function render(visit: MeetingRequest) {
  const { writing, reader, network, meeting } = visit
  const mayKeep = mayKeepMeetings(writing.actor, network.id)
  return renderNetworkPage(visit, {
    title: reader.t('minutes.work.notes'),
    description: reader.t('minutes.list.lead'),
    path: meetingPath(meeting.slug, 'notes'),
    noindex: true,
    width: 'reading',
    children: (
      <>
        <WorkHeading back={meetingBack(reader, network.slug, meeting)} lead={reader.t('minutes.notes.lead')}>
          {reader.t('minutes.work.notes')}
        </WorkHeading>
        <NotesPage
          network={network.slug}
          slug={meeting.slug}
          notes={await listNotes(writing, meeting.id)}
          pens={mayKeep ? await listPens(writing, network.id, meeting.id) : null}
          isPrepared={meeting.preparedAt !== null}
        />
      </>
    ),
  })
}

interface NotesPageProps {
  network: string
  slug: string
  notes: readonly Note[]
  /** People who may have the pen; null for readers who cannot give it. */
  pens: Awaited<ReturnType<typeof listPens>> | null
  isPrepared: boolean
}

/** Notes during a meeting, point by point. What several people type is merged: as they type with a script, by a button without. */
function NotesPage({ network, slug, notes, pens, isPrepared }: NotesPageProps) {
  const reader = useReader()
  const { t } = reader
  const address = paths.step(reader, network, slug, 'notes')
  return (
    <>
      <form class="form minutes-notes" method="post" action={address} data-part="notes" id={fieldId('notes')}>
        {notes.map((note) => (
          <Field
            key={note.id}
            name={`text.${note.id}`}
            isPart
            label={
              note.title ? (
                <>
                  <Passage text={note.title} as="span" tags={false} />
                  {note.rapporteur ? <span class="quiet"> ({note.rapporteur})</span> : null}
                </>
              ) : (
                t('minutes.notes.rest')
              )
            }
          >
            {(control) => (
              <>
                <textarea {...control} rows={5} maxlength={longestNotes}>
                  {note.text}
                </textarea>
                <input type="hidden" name={`base.${note.id}`} value={note.text} />
              </>
            )}
          </Field>
        ))}
        <p
          class="autosave"
          role="status"
          data-saved={t('minutes.notes.saved', { time: '#' })}
          data-unsaved={t('minutes.notes.unsaved')}
          data-refused={t('minutes.notes.refused')}
        />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('minutes.notes.save')}
          </button>
        </p>
      </form>
      {pens ? (
        <>
          <form method="post" action={paths.step(reader, network, slug, 'text', 'preparation')}>
            <p class="form-end">
              <button class="button" type="submit">
                {t(isPrepared ? 'minutes.notes.prepareAgain' : 'minutes.notes.prepare')}
              </button>
            </p>
          </form>
          <Pens action={paths.step(reader, network, slug, 'notes', 'pens')} pens={pens} />
        </>
      ) : null}
    </>
  )
}

function Pens({ action, pens }: { action: string; pens: NonNullable<NotesPageProps['pens']> }) {
  const { t } = useReader()
  return (
    <Section id="pens" title={t('minutes.notes.pens')}>
      {pens.length === 0 ? (
        <>
          <p>{t('minutes.notes.pensLead')}</p>
          <p class="quiet">{t('minutes.notes.noPens')}</p>
        </>
      ) : (
        <form class="form" method="post" action={action}>
          <ChoiceField
            name="pens"
            label={t('minutes.notes.pensLabel')}
            hint={t('minutes.notes.pensLead')}
            options={pens.map(({ personId, name, role }) => ({
              value: personId,
              label: name,
              hint: t(`minutes.role.${role}`),
            }))}
            chosen={pens.filter(({ hasPen }) => hasPen).map(({ personId }) => personId)}
            multiple
          />
          <p class="form-end">
            <button class="button" type="submit">
              {t('minutes.notes.givePens')}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}

const longestNotes = 20_000

/** Reads what a form sends of each note: `text.<id>` and, as it was when the form was drawn, `base.<id>`. */
function typedNotes(values: FormValues, notes: readonly Pick<Note, 'id'>[]): TypedNote[] {
  return notes.flatMap(({ id }) =>
    values[`text.${id}`] === undefined
      ? []
      : {
          id,
          base: typedValue(values, `base.${id}`).slice(0, longestNotes),
          text: typedValue(values, `text.${id}`).slice(0, longestNotes),
        },
  )
}

const penForm = z.object({
  pens: z
    .union([z.uuid(), z.array(z.uuid())])
    .default([])
    .transform((ids) => [ids].flat()),
})
