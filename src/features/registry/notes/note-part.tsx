import { z } from 'zod'
import { newId } from '../../../platform/context/identifier.ts'
import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { localizedText, optionalWebAddress } from '../../../platform/input/text-input.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordPart } from '../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall } from '../../../platform/records/record-part.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Statement } from '../../../ui/evidence/evidence-mark.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import type { Network } from '../../networks/index.ts'
import type { FindMarks } from '../evidence-marks.ts'
import { paths } from '../paths.ts'
import type { Note } from './queries.ts'

export const noteKinds = ['figure', 'resource', 'other_tie'] as const
export const longestLabel = 300
export const longestValue = 200

interface NoteEntry {
  id: string
  kind: (typeof noteKinds)[number]
  label: LocalizedText
  value: string | null
  url: string | null
  knownOn: string
}

/** Where a record keeps its notes. */
interface Keeping<D> {
  parse(document: RecordDocument): D
  notesOf(call: TypedCall<D>): NoteEntry[]
  withNotes(call: TypedCall<D>, notes: NoteEntry[]): D
}

/** The form of a figure, a link, or a tie with a country outside the group, for a record that keeps such notes. */
export function notePart<D extends RecordDocument>({ parse, notesOf, withNotes }: Keeping<D>): RecordPart {
  const find = (call: TypedCall<D>) => notesOf(call).find(({ id }) => id === call.entryId)
  return recordPart(parse, {
    key: 'notes',
    title: 'registry.record.notes',
    lead: 'registry.form.notesLead',
    entries: (call) =>
      notesOf(call).map(({ id, kind, label, value, url }) => {
        const { reader } = call
        const chosen = chooseText(label, reader.language)
        return {
          id,
          title: chosen?.text ?? reader.t(`registry.form.noteKind.${kind}`),
          ...(chosen ? { language: chosen.language } : {}),
          note: [reader.t(`registry.form.noteKind.${kind}`), value, url].filter(Boolean).join(' · '),
        }
      }),
    values: (call) => {
      const found = find(call)
      return { kind: found?.kind ?? '', value: found?.value ?? '', url: found?.url ?? '' }
    },
    schema: (call) =>
      z.object({
        kind: z.enum(noteKinds),
        label: localizedText({ max: longestLabel, isRequired: true, previous: find(call)?.label ?? {} }),
        value: z.string().trim().max(longestValue).default(''),
        url: optionalWebAddress,
      }),
    write: (call, { kind, label, value, url }) => {
      if (kind === 'figure' && value === '') return [fieldError('value', 'registry.form.figureMissing')]
      const found = find(call)
      const knownOn = found?.knownOn ?? call.context.today
      const note = { id: found?.id ?? newId(), kind, label, value: value === '' ? null : value, url, knownOn }
      const notes = notesOf(call)
      return withNotes(
        call,
        found ? notes.map((each) => (each.id === note.id ? note : each)) : [...notes, note],
      )
    },
    remove: (call) =>
      withNotes(
        call,
        notesOf(call).filter(({ id }) => id !== call.entryId),
      ),
    form: (call) => {
      const { reader, network } = call
      const { t } = reader
      return (
        <>
          <ChoiceField
            name="kind"
            label={t('registry.form.noteKind')}
            options={noteKinds.map((kind) => ({ value: kind, label: t(`registry.form.noteKind.${kind}`) }))}
            required
          />
          <LocalizedField
            name="label"
            label={t('registry.form.noteLabel')}
            hint={t('registry.form.noteLabelHint')}
            languages={network.languages}
            text={find(call)?.label ?? {}}
            max={longestLabel}
            rows={1}
            required
          />
          <Field name="value" label={t('registry.field.figure')} hint={t('registry.form.figureHint')} />
          <Field name="url" type="url" label={t('registry.record.url')} hint={t('registry.form.urlHint')} />
        </>
      )
    },
  })
}

interface NoteListsProps {
  network: Network
  notes: Note[]
  marks: FindMarks
}

// A year or « la moitié » stays unchanged; five digits are grouped as the reader groups them.
function figureWords(reader: Reader, value: string | null): string | null {
  return value !== null && /^\d{5,15}$/.test(value)
    ? numberFormatter(reader.interfaceLanguage, {}).format(Number(value))
    : value
}

/** Figures that a source quotes, other ties it names, and its links: one whose address is missing keeps its label. */
export function NoteLists({ network, notes, marks }: NoteListsProps) {
  const reader = useReader()
  const { t } = reader
  const figures = notes.filter((note) => note.kind === 'figure')
  const ties = notes.filter((note) => note.kind === 'other_tie')
  const resources = notes.filter((note) => note.kind === 'resource')
  return (
    <>
      {figures.length > 0 ? (
        <Section id="figures" title={t('registry.cooperation.figures')}>
          <FactList
            facts={figures.map((note) => ({
              term: <Passage text={note.label} as="span" tags={false} />,
              detail: <Statement evidence={marks(note.id)}>{figureWords(reader, note.value)}</Statement>,
            }))}
          />
        </Section>
      ) : null}
      {ties.length > 0 ? (
        <Section id="other-ties" title={t('registry.organisation.otherTies')}>
          <ul>
            {ties.map((note) => (
              <li key={note.id}>
                <Statement evidence={marks(note.id)}>
                  {note.cooperationSlug ? (
                    <a href={paths.cooperation(reader, network.slug, note.cooperationSlug)}>
                      <Passage text={note.label} as="span" tags={false} />
                    </a>
                  ) : (
                    <Passage text={note.label} as="span" />
                  )}
                </Statement>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {resources.length > 0 ? (
        <Section id="resources" title={t('registry.cooperation.resources')}>
          <ul>
            {resources.map((note) => (
              <li key={note.id}>
                <Statement evidence={marks(note.id)}>
                  {note.url ? (
                    <a href={note.url} rel="noreferrer">
                      <Passage text={note.label} as="span" tags={false} />
                    </a>
                  ) : (
                    <>
                      <Passage text={note.label} as="span" tags={false} />{' '}
                      <span class="quiet">{t('registry.cooperation.deadLink')}</span>
                    </>
                  )}
                </Statement>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}
