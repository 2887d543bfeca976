import {
  type Slice,
  sourceSlice,
  type TextDocument,
  type TextPassage,
} from '../../../platform/reading/text-document.ts'
import type {
  Quotation,
  ReadActivity,
  ReadCooperation,
  Reading,
  ReadParty,
  ReadResolution,
} from './reading.ts'

/** A piece of evidence in the draft: its field, and the exact words. */
export interface DraftEvidence {
  field: string
  quote: string
  line: number
  page: number | null
}

export type MinutesDraft = ReturnType<typeof minutesDraft>

/** A reading in the form of `entente import minutes FILE --json`; quotations are slices of the file, markup included. */
export function minutesDraft(document: TextDocument, reading: Reading) {
  const evidence = (field: string, quote: Quotation) => evidenceOf(document, field, quote)
  const cooperation = (read: ReadCooperation) => draftCooperation(read, evidence)
  const { meeting } = reading
  return {
    meeting: meeting && {
      title: meeting.title,
      group: meeting.group,
      date: meeting.date,
      start: meeting.start,
      end: meeting.end,
      place: meeting.place,
      chair: meeting.chair,
      evidence: Object.entries(meeting.quotes).flatMap(([field, quote]) =>
        quote ? evidence(field, quote) : [],
      ),
    },
    participants: reading.participants.map(({ name, variants, role, organisation, presence, quotes }) => ({
      name,
      variants,
      role,
      organisation,
      presence,
      evidence: quotes.slice(0, 1).flatMap((quote) => evidence('presence', quote)),
    })),
    cooperations: reading.cooperations.filter(({ isBeside }) => !isBeside).map(cooperation),
    other_ties: reading.cooperations.filter(({ isBeside }) => isBeside).map(cooperation),
    interested: reading.interested.map(({ party, themes, quote }) => ({
      ...draftParty(party),
      themes: themes.map(({ theme }) => theme),
      evidence: evidence('interested', quote),
    })),
    proposals: reading.proposals.map(({ text, by, quote }) => ({
      text,
      by,
      evidence: evidence('text', quote),
    })),
    decisions: reading.decisions.map(draftDecision(evidence)),
    resources: reading.resources.map(({ label, url }) => ({ label, url })),
    outline: document.passages.flatMap(({ kind, level, text, line, page }) =>
      kind === 'title' ? [{ level, title: text, line, page }] : [],
    ),
    questions: reading.questions.map(({ kind, about, candidates, quote }) => ({
      kind,
      about,
      candidates,
      evidence: evidence(kind, quote),
    })),
    remarks: document.remarks.map(({ code, detail }) => ({ code, detail })),
  }
}

type Evidence = (field: string, quote: Quotation) => DraftEvidence[]

function draftCooperation(read: ReadCooperation, evidence: Evidence) {
  const at = (name: string) => (each: { quote: Quotation }, index: number) =>
    evidence(`${name}/${index}`, each.quote)
  return {
    parties: read.parties.map(draftParty),
    status: read.status?.status ?? null,
    intention: read.status?.intention ?? null,
    since: read.since?.date ?? null,
    agreements: read.agreements.map(({ kind, state, date, label }) => ({ kind, state, date, label })),
    themes: read.themes.filter(({ isWished }) => !isWished).map(({ theme }) => theme),
    wished_themes: read.themes.filter(({ isWished }) => isWished).map(({ theme }) => theme),
    actors: read.actors.map(({ name }) => name),
    activities: read.activities.map(draftActivity),
    evidence: [
      ...evidence('parties', read.quote),
      ...(read.status ? evidence('status', read.status.quote) : []),
      ...(read.since ? evidence('since', read.since.quote) : []),
      ...read.agreements.flatMap(at('agreements')),
      ...read.themes.flatMap(at('themes')),
      ...read.actors.flatMap(at('actors')),
      ...read.activities.flatMap(at('activities')),
    ],
  }
}

function draftParty({ name, asWritten, country, kind, code }: ReadParty) {
  return { name, as_written: asWritten, country, kind, code }
}

const draftActivity = ({ title, kind, date, state }: ReadActivity) => ({ title, kind, date, state })

const draftDecision =
  (evidence: Evidence) =>
  ({ text, by, due, quote }: ReadResolution) => ({ text, owner: by, due, evidence: evidence('text', quote) })

const shortestQuote = 20
const longestQuote = 400

/** The words of a quotation as in the file; empty if the whole passage is too short to be meaningful. */
function evidenceOf(document: TextDocument, field: string, quote: Quotation): DraftEvidence[] {
  const passage = document.passages[quote.passage]
  if (!passage) return []
  const slice = longEnough(passage, quote)
  const own = sourceSlice(document, passage, slice).replace(/\s+/g, ' ').trim()
  const words = own.length < shortestQuote ? withNext(document, quote.passage, own) : own
  return words === '' ? [] : [{ field, quote: words, line: passage.line, page: passage.page }]
}

/** A passage of a few syllables, 리옹시 – 광주광역시, with what follows it: by itself it could be anywhere in a text. */
function withNext({ source, passages }: TextDocument, index: number, own: string): string {
  const [passage, next] = [passages[index], passages[index + 1]]
  const [from, to] = [passage?.at[0], next?.at.at(-1)]
  if (
    own === '' ||
    from === undefined ||
    to === undefined ||
    from < 0 ||
    to <= from ||
    to - from > longestQuote
  )
    return own
  return source.slice(from, to).replace(/\s+/g, ' ').trim()
}

function longEnough({ text }: TextPassage, { start, end }: Quotation): Slice {
  return end - start >= shortestQuote ? { start, end } : { start: 0, end: text.length }
}
