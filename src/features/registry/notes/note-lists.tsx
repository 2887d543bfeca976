import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Statement } from '../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import type { Network } from '../../networks/index.ts'
import type { FindMarks } from '../evidence-marks.ts'
import { paths } from '../paths.ts'
import type { Note } from './queries.ts'

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
