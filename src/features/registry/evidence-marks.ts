import { chooseText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { Evidence as Mark } from '../../ui/evidence/evidence-mark.tsx'
import type { Evidence } from './evidence/queries.ts'
import { paths } from './paths.ts'

/** Finds the marks of any fact of a page: subject and field → where it comes from. */
export type FindMarks = (subjectId: string, field?: string) => Mark[]

const mostMarks = 3

/**
 * Indexes the evidence of a page. A fact gets one mark a source, those that open on their sentence first, three at most:
 * the source's own page has the rest.
 */
export function indexMarks(reader: Reader, networkSlug: string, evidence: Evidence[]): FindMarks {
  const byFact = new Map<string, Evidence[]>()
  for (const each of evidence) {
    const key = `${each.subjectId} ${each.field}`
    byFact.set(key, [...(byFact.get(key) ?? []), each])
  }
  return (subjectId, field) => {
    const found = field === undefined ? evidence.filter((each) => each.subjectId === subjectId) : (byFact.get(`${subjectId} ${field}`) ?? [])
    const firstOfSource = found.filter((each, index) => found.findIndex((other) => other.source.slug === each.source.slug) === index)
    return firstOfSource.slice(0, mostMarks).map((each) => markOf(reader, networkSlug, each))
  }
}

function markOf(reader: Reader, networkSlug: string, { id, source, stance, label, isHeld, locator }: Evidence): Mark {
  const title = chooseText(source.title, reader.language)?.text ?? source.publisher
  const opens = isHeld && locator !== null
  return {
    href: opens ? paths.quoted(reader, networkSlug, source.slug, id) : paths.source(reader, networkSlug, source.slug),
    source: label ? reader.t('registry.label.asCalled', { label, source: title }) : title,
    stance,
    ...(opens ? { passage: paths.passage(reader, networkSlug, id) } : {}),
  }
}
