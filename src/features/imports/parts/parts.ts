import { newId } from '../../../platform/context/identifier.ts'
import type { Change } from '../../../platform/records/difference.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import { valueAt } from '../../../platform/records/revert.ts'
import { fold } from '../../../platform/search/index.ts'
import type { CooperationDocument } from '../../registry/cooperations/index.ts'
import { activityRules } from './activity.ts'
import { agreementRules } from './agreement.ts'
import {
  type Applied,
  type ConflictResolution,
  type Finding,
  ownSubject,
  type PartRules,
  type WritingContext,
} from './part-rules.ts'
import type {
  ActorValue,
  PartValue,
  ResourceValue,
  SinceValue,
  SummaryValue,
  ThemeValue,
} from './part-values.ts'
import { areAlike, setSideBySide } from './side-by-side.ts'
import { statusRules } from './status.ts'

type Note = CooperationDocument['notes'][number]

/** A link in the section of a tie. It matches one with the same address or name. */
const resourceRules: PartRules<ResourceValue> = {
  form: 'notes',
  ways: [],
  compare: ({ notes }, value) => {
    const found = notes.find((note) => isSame(note, value))
    return found ? { outcome: 'confirms', entryId: found.id } : { outcome: 'adds', entryId: null }
  },
  apply: (document, { label, url }, writingContext, { finding }) => {
    const subject = (id: string) => ({ subjectKind: 'note', subjectId: id, field: 'note' })
    if (finding.entryId !== null)
      return { document, subject: subject(finding.entryId), entryId: finding.entryId }
    const note: Note = {
      id: newId(),
      kind: 'resource',
      label: { [writingContext.language]: { text: label, state: 'original' } },
      value: null,
      url,
      knownOn: writingContext.today,
    }
    return {
      document: { ...document, notes: [...document.notes, note] },
      subject: subject(note.id),
      entryId: note.id,
    }
  },
}

function isSame({ kind, label, url }: Note, value: ResourceValue): boolean {
  if (kind !== 'resource') return false
  const names = Object.values(label).map(({ text }) => fold(text))
  return (url !== null && url === value.url) || names.includes(fold(value.label))
}

/** The subject of a tie in words: a language without a text takes them; another wording in the same language is asked about. */
const summaryRules: PartRules<SummaryValue> = {
  form: 'summary',
  ways: ['replace', 'beside'],
  compare: ({ summary }, { text, language }) => {
    const said = Object.values(summary).map((each) => fold(each.text))
    if (said.includes(fold(text))) return { outcome: 'confirms', entryId: null }
    return { outcome: language in summary ? 'contradicts' : 'adds', entryId: null }
  },
  apply: (document, value, writingContext, { finding, way: resolution }) => {
    const subject = ownSubject(writingContext.cooperationId, 'summary')
    if (finding.outcome === 'confirms') return { document, subject, entryId: null }
    if (finding.outcome === 'adds') return { document: withText(document, value), subject, entryId: null }
    const present = document.summary
    const read: CooperationDocument['summary'] = { [value.language]: { text: value.text, state: 'original' } }
    const both = setSideBySide(
      document,
      { supported: subject, field: 'summary', present, read },
      writingContext,
      resolution,
    )
    if (resolution === 'beside') return { document: both, subject, entryId: null, isAgainst: true }
    return { document: withText(both, value), subject, entryId: null }
  },
}

function withText(document: CooperationDocument, { text, language }: SummaryValue): CooperationDocument {
  return { ...document, summary: { ...document.summary, [language]: { text, state: 'original' } } }
}

/** The start of a tie. */
const sinceRules: PartRules<SinceValue> = {
  form: 'summary',
  ways: ['replace', 'beside'],
  compare: ({ since }, { date }) => ({
    outcome: since.on === null ? 'adds' : areAlike(since.on, date) ? 'confirms' : 'contradicts',
    entryId: null,
  }),
  apply: (document, { date }, writingContext, { finding, way: resolution }) => {
    const subject = ownSubject(writingContext.cooperationId, 'since')
    const present = document.since.on
    if (finding.outcome === 'confirms') return { document, subject, entryId: null }
    if (finding.outcome === 'adds' || present === null)
      return { document: { ...document, since: { on: date, words: {} } }, subject, entryId: null }
    const point = { supported: subject, field: 'since', present, read: date }
    const both = setSideBySide(document, point, writingContext, resolution)
    if (resolution === 'beside') return { document: both, subject, entryId: null, isAgainst: true }
    return { document: { ...both, since: { on: date, words: {} } }, subject, entryId: null }
  },
}

/** A theme of a tie: worked on, or wished for. */
const themeRules: PartRules<ThemeValue> = {
  form: 'themes',
  ways: [],
  compare: ({ themes }, { theme, isWished }) => {
    const found = themes.find(({ id }) => id === theme)
    if (!found) return { outcome: 'adds', entryId: null }
    // A wish has become work by now; the contrary removes nothing.
    return { outcome: found.wished && !isWished ? 'adds' : 'confirms', entryId: found.id }
  },
  apply: (document, { theme, isWished }, writingContext, { finding }) => {
    const subject = ownSubject(writingContext.cooperationId, `themes/${theme}`)
    if (finding.outcome === 'confirms') return { document, subject, entryId: null }
    const themes =
      finding.entryId === null
        ? [...document.themes, { id: theme, wished: isWished, knownOn: writingContext.today }]
        : document.themes.map((each) => (each.id === theme ? { ...each, wished: false } : each))
    return { document: { ...document, themes }, subject, entryId: null }
  },
}

/** A body that takes part besides the parties; its identity is settled before it is written. */
const actorRules: PartRules<ActorValue> = {
  form: 'actors',
  ways: [],
  compare: ({ actors }, { organisationId }) => {
    const found = actors.find(({ id }) => id === organisationId)
    return found ? { outcome: 'confirms', entryId: found.id } : { outcome: 'adds', entryId: null }
  },
  apply: (document, { organisationId }, writingContext, { finding }) => {
    const id = organisationId ?? ''
    const subject = ownSubject(writingContext.cooperationId, `actors/${writingContext.slugs.get(id) ?? id}`)
    if (finding.outcome === 'confirms') return { document, subject, entryId: id }
    const actors = [...document.actors, { id, role: {}, knownOn: writingContext.today }]
    return { document: { ...document, actors }, subject, entryId: id }
  },
}

/** Compares a fact with the tie as known. */
export function compareFact(
  document: CooperationDocument,
  value: PartValue,
  writingContext: Pick<WritingContext, 'spokenOn'>,
): Finding {
  switch (value.part) {
    case 'tie':
      return { outcome: 'confirms', entryId: null }
    case 'since':
      return sinceRules.compare(document, value, writingContext)
    case 'standing':
      return statusRules.compare(document, value, writingContext)
    case 'agreement':
      return agreementRules.compare(document, value, writingContext)
    case 'activity':
      return activityRules.compare(document, value, writingContext)
    case 'theme':
      return themeRules.compare(document, value, writingContext)
    case 'actor':
      return actorRules.compare(document, value, writingContext)
    case 'summary':
      return summaryRules.compare(document, value, writingContext)
    case 'resource':
      return resourceRules.compare(document, value, writingContext)
  }
}

/** The tie with a fact applied, ready to be written. */
export function applyFact(
  document: CooperationDocument,
  value: PartValue,
  writingContext: WritingContext,
  resolution: ConflictResolution,
): Applied {
  const how = { finding: compareFact(document, value, writingContext), way: resolution }
  switch (value.part) {
    case 'tie':
      return { document, subject: ownSubject(writingContext.cooperationId, 'parties'), entryId: null }
    case 'since':
      return sinceRules.apply(document, value, writingContext, how)
    case 'standing':
      return statusRules.apply(document, value, writingContext, how)
    case 'agreement':
      return agreementRules.apply(document, value, writingContext, how)
    case 'activity':
      return activityRules.apply(document, value, writingContext, how)
    case 'theme':
      return themeRules.apply(document, value, writingContext, how)
    case 'actor':
      return actorRules.apply(document, value, writingContext, how)
    case 'summary':
      return summaryRules.apply(document, value, writingContext, how)
    case 'resource':
      return resourceRules.apply(document, value, writingContext, how)
  }
}

const rules = {
  since: sinceRules,
  standing: statusRules,
  agreement: agreementRules,
  activity: activityRules,
  theme: themeRules,
  actor: actorRules,
  summary: summaryRules,
  resource: resourceRules,
} as const

/** The key of the form in which people write the same. */
export function formOf(part: Exclude<PartValue['part'], 'tie'>): string {
  return rules[part].form
}

/** The ways in which a contradiction with this fact can be settled. */
export function resolutionsFor(value: PartValue): readonly ConflictResolution[] {
  if (value.part === 'tie') return []
  return value.part === 'agreement' && (value.kind === 'none' || value.date === null)
    ? ['beside']
    : rules[value.part].ways
}

/** A change as it is after writing: the record itself may give another address, or another place among the steps. */
export function asWritten(after: RecordDocument, change: Change): Change {
  const path = change.language === null ? change.path : [...change.path, change.language]
  return { ...change, after: valueAt(after, path) }
}
