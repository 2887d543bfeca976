import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { dayWords } from '../../../ui/text/date-words.ts'
import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import type { Finding } from './part-rules.ts'
import type { AgreementValue, PartValue, SinceValue, StatusValue, ThemeValue } from './part-values.ts'

/** Values made of codes and dates, which read in the reader's words whatever their source. */
export type CodedValue = SinceValue | StatusValue | AgreementValue | ThemeValue

/** A value about a tie in the reader's words, with its details. */
export function codedWords(reader: Reader, value: CodedValue): { text: string; details: string[] } {
  const { t } = reader
  const said = (text: string, ...details: (string | null)[]) => ({
    text,
    details: details.flatMap((each) => each || []),
  })
  switch (value.part) {
    case 'since':
      return said(dayWords(reader, value.date))
    case 'standing':
      return said(
        t(`ui.status.${value.status}`),
        value.intention === null ? null : t(`registry.intention.${value.intention}`),
      )
    case 'agreement':
      return said(
        t(`registry.agreementKind.${value.kind}`),
        value.state === null ? null : t(`registry.agreementState.${value.state}`),
        value.date === null ? openDateWords(reader, value) : dayWords(reader, value.date),
      )
    case 'theme':
      return said(t(`networks.theme.${value.theme}`), value.isWished ? t('imports.text.fact.wished') : null)
  }
}

/** The words of a date that a person must settle; null if there are none. */
export function openDateWords({ t }: Reader, { openDate }: { openDate?: string | undefined }): string | null {
  return openDate === undefined ? null : t('imports.text.fact.openDate', { words: openDate })
}

/** The registry's present value where an import says something else, in words; null if there is none. */
export function presentWords(
  reader: Reader,
  { part }: PartValue,
  document: CooperationDocument,
  { entryId }: Finding,
): string | null {
  const { t } = reader
  switch (part) {
    case 'since':
      return document.since.on === null ? null : dayWords(reader, document.since.on)
    case 'standing': {
      const found = document.standings.find(({ id }) => id === entryId)
      return found ? [t(`ui.status.${found.status}`), dayWords(reader, found.statedOn)].join(', ') : null
    }
    case 'agreement': {
      const found = document.agreements.find(({ id }) => id === entryId)
      if (!found) return null
      const steps = found.steps.map(({ state, on }) =>
        [t(`registry.agreementState.${state}`), on === null ? '' : dayWords(reader, on)]
          .filter(Boolean)
          .join(' '),
      )
      return [t(`registry.agreementKind.${found.kind}`), ...steps].join(', ')
    }
    case 'summary':
      return chooseText(document.summary, reader.language)?.text ?? null
    default:
      return null
  }
}

/** The sources of the registry's present value. */
export function presentSources(
  { part }: PartValue,
  document: Pick<CooperationDocument, 'evidence'>,
  { entryId }: Finding,
): string[] {
  const isAbout = ({ subjectId, field }: CooperationDocument['evidence'][number]) => {
    if (part === 'agreement') return subjectId === entryId
    return field === (part === 'standing' ? 'status' : part)
  }
  return [...new Set(document.evidence.filter(isAbout).map(({ sourceId }) => sourceId))]
}
