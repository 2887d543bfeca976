import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field, fieldId } from '../../../../ui/form/field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { paths } from '../../paths.ts'
import type { listPens, Note } from '../queries.ts'
import { longestNotes } from '../schema.ts'

interface NotesPageProps {
  network: string
  slug: string
  notes: readonly Note[]
  /** Who has the pen; null for those who do not give it. */
  pens: Awaited<ReturnType<typeof listPens>> | null
  isPrepared: boolean
}

/** Notes during a meeting, point by point: what several people type is joined, with a script as they type, else by a button. */
export function NotesPage({ network, slug, notes, pens, isPrepared }: NotesPageProps) {
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
