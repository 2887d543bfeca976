import { chooseText } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import type { FactMark, FindMarks } from '../../platform/records/fact-sources.ts'
import type { Evidence } from './evidence/queries.ts'
import { paths } from './paths.ts'

export type { FindMarks } from '../../platform/records/fact-sources.ts'

const mostMarks = 3

/**
 * Indexes the evidence of a page. A fact gets one mark a source, those that open on their sentence first, three at most: the source’s own
 * page has the rest.
 */
export function indexMarks(reader: Reader, networkSlug: string, evidence: Evidence[]): FindMarks {
  const byFact = new Map<string, Evidence[]>()
  for (const each of evidence) {
    const key = `${each.subjectId} ${each.field}`
    byFact.set(key, [...(byFact.get(key) ?? []), each])
  }
  return (subjectId, field) => {
    const found =
      field === undefined
        ? evidence.filter((each) => each.subjectId === subjectId)
        : (byFact.get(`${subjectId} ${field}`) ?? [])
    const readable = oneAccountOfEach(found)
    const firstOfSource = readable.filter(
      (each, index) => readable.findIndex((other) => other.source.slug === each.source.slug) === index,
    )
    return firstOfSource.slice(0, mostMarks).map((each) => markOf(reader, networkSlug, each))
  }
}

// The fact opens on the original if its text is held, otherwise on the account that retells it.
function oneAccountOfEach(evidence: Evidence[]): Evidence[] {
  const held = new Set(evidence.filter((each) => each.isHeld).map((each) => each.source.slug))
  const retold = new Set(
    evidence.flatMap((each) => (each.isHeld && each.source.retells ? [each.source.retells] : [])),
  )
  return evidence.filter(({ source, isHeld }) => {
    if (source.retells && held.has(source.retells)) return false
    return isHeld || !retold.has(source.slug)
  })
}

function markOf(
  reader: Reader,
  networkSlug: string,
  { id, source, stance, label, isHeld, locator }: Evidence,
): FactMark {
  const title = chooseText(source.title, reader.language)?.text ?? source.publisher
  const opens = isHeld && locator !== null
  return {
    href: opens
      ? paths.quoted(reader, networkSlug, source.slug, id)
      : paths.source(reader, networkSlug, source.slug),
    source: label ? reader.t('registry.label.asCalled', { label, source: title }) : title,
    stance,
    ...(opens ? { passage: paths.passage(reader, networkSlug, id) } : {}),
  }
}
