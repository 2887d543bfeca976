import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'

export const levels = [2, 3, 4] as const

/** A part of minutes under its title: Markdown without HTML. */
export interface NewSection {
  title: LocalizedText
  text: LocalizedText
  /** 2 for a part of the minutes, 3 and 4 for levels below. */
  level: number
}

export interface Section extends NewSection {
  id: string
}

/** The sections as one document, for comparing, merging and keeping versions. */
export function asDocument(sections: readonly Section[]): RecordDocument {
  return { sections: sections.map(({ id, title, text, level }) => ({ id, title, text, level })) }
}

/** The sections of a document. */
export function sectionsOf(document: RecordDocument): Section[] {
  const { sections } = document
  if (!Array.isArray(sections)) return []
  return sections.flatMap((each) => (isSection(each) ? [each] : []))
}

function isSection(value: unknown): value is Section {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'title' in value &&
    'text' in value &&
    'level' in value
  )
}
