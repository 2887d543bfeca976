import { languageOf } from '../../../platform/i18n/country-language.ts'
import {
  chooseName,
  type LocalizedName,
  type LocalizedText,
  plainText,
} from '../../../platform/i18n/localized-text.ts'
import { shortNames } from '../../directory/index.ts'
import type { FactBody, FactChange, FactExchange, FactTie, FactValue, ReportFacts } from '../facts.ts'

/** On whose word something stands: a source by its slug, or somebody in a function. */
export interface Proof {
  source: string | null
  /** The field that it supports; none where it supports the whole. */
  field?: string
  by: string
  knownOn: string | null
  /** The title of the source, or what was said. */
  why: LocalizedText
}

/** Something that two editions may say differently. */
export interface Item {
  about: FactChange['about']
  /** Under which field, and with which value, it is new or gone as a whole. */
  field: string
  whole: FactValue | null
  /** What is known of it, null where nothing is; a field with a part, `themes/culture`, is a member of a set. */
  fields: Record<string, FactValue | null>
  proofs: readonly Proof[]
  knownOn: string | null
  /** For its standing, which depends on more than its own value. */
  tie?: FactTie
  /** Of a contradiction: the value that a source settled, if one did. */
  settled?: FactValue | null
}

/** Of an exchange planned for days that have gone by, when nobody said what became of it. */
export const unheard = 'reports.print.change.exchange.unheard'
export const word = (...keys: string[]): FactValue => ({ kind: 'words', keys })

/** All that an edition says, by kind and id. */
export function itemsOf(facts: ReportFacts): Map<string, Item> {
  const edition = {
    facts,
    bodies: bodiesOf(facts),
    titles: new Map(facts.sources.map(({ slug, title }) => [slug, title])),
  }
  // A body of several ties is read under the first of them.
  const ties = new Map(
    facts.ties.toReversed().flatMap(({ id, parties }) => parties.map((party) => [party, id])),
  )
  const items = [
    ...facts.ties.flatMap((tie) => [
      tieItem(edition, tie),
      ...tie.agreements.map((agreement) => agreementItem(edition, tie, agreement)),
      ...tie.disputes.map((dispute) => disputeItem(edition, tie, dispute)),
    ]),
    ...facts.exchanges.flatMap((exchange) => [
      exchangeItem(edition, exchange),
      ...exchange.answers.map((answer) => outcomeItem(edition, exchange, answer)),
    ]),
    ...facts.looking.map((looking) => lookingItem(edition, looking)),
    ...facts.decisions.map(decisionItem),
    ...facts.bodies.map((body) => bodyItem(edition, body, ties.get(body.id) ?? null)),
  ]
  return new Map(items.map((item) => [`${item.about.kind} ${item.about.id}`, item]))
}

/** The names of the ties of an edition, by their ids. */
export function nameTies(facts: ReportFacts): Map<string, LocalizedName> {
  const edition = { facts, bodies: bodiesOf(facts) }
  return new Map(facts.ties.map(({ id, parties }) => [id, joined(edition, parties)]))
}

interface Edition {
  facts: ReportFacts
  bodies: ReadonlyMap<string, FactBody>
  /** Of its sources. */
  titles: ReadonlyMap<string, LocalizedText>
}

/** An item that is new or gone under its own kind, with the value that it has there; nobody’s word, unless something else is given. */
function itemOf(about: Item['about'], fields: Item['fields'], given: Partial<Item> = {}): Item {
  const { kind } = about
  return { about, field: kind, whole: fields[kind] ?? null, fields, proofs: [], knownOn: null, ...given }
}

function tieItem(edition: Edition, tie: FactTie): Item {
  const listed = word(`reports.print.change.listed.${tie.listed}`)
  const fields = {
    listed,
    since: dateOf(tie.since),
    confirmation: word(`registry.confirmation.short.${tie.confirmation}`),
    intention: tie.intention && word(`registry.intention.${tie.intention}`),
    ...bodySet(edition, 'parties', tie.parties),
    ...bodySet(edition, 'actors', tie.actors),
    ...themeSet(tie.themes),
  }
  const proofs = proofsOf(edition, tie.evidence)
  const about = { kind: 'tie', id: tie.id, tieId: tie.id, name: joined(edition, tie.parties) } as const
  return itemOf(about, fields, { whole: listed, proofs, knownOn: tie.knownOn, tie })
}

function agreementItem(edition: Edition, tie: FactTie, agreement: FactTie['agreements'][number]): Item {
  const { id, title, bodies, steps, evidence } = agreement
  const last = steps.at(-1)
  const kind = word(`registry.agreementKind.${agreement.kind}`)
  const states = steps.map(({ state, on }) => [
    `agreement/${state}`,
    dateOf(on) ?? word('reports.print.change.noDay'),
  ])
  return itemOf(
    { kind: 'agreement', id, tieId: tie.id, name: agreementName(edition, agreement) },
    { kind, title: textOf(title), ...Object.fromEntries(states), ...bodySet(edition, 'bodies', bodies) },
    {
      field: last ? `agreement/${last.state}` : 'agreement',
      whole: dateOf(last?.on ?? null) ?? kind,
      proofs: proofsOf(edition, evidence),
      knownOn: steps[0]?.knownOn ?? evidence[0]?.knownOn ?? null,
    },
  )
}

function disputeItem(edition: Edition, tie: FactTie, dispute: FactTie['disputes'][number]): Item {
  const { subjectId, field, values } = dispute
  const right = values.find(({ rank, source }) => rank === 'preferred' && source !== null)
  const namesAmong = (wanted: typeof values): FactValue => ({
    kind: 'names',
    names: wanted.map(({ value }) =>
      typeof value === 'string' ? { und: value } : firstIn(originalIn(value), plainText(value)),
    ),
  })
  const whole = namesAmong(values.filter((each) => each !== right))
  const settled = right ? namesAmong([right]) : null
  const sources = (right ? [right] : values).flatMap(({ source }) => source ?? [])
  const proofs = sources.map((source) => {
    return { source, by: '', knownOn: null, why: edition.titles.get(source) ?? {} }
  })
  const id = `${subjectId}/${field}`
  const about = { kind: 'dispute', id, tieId: tie.id, name: joined(edition, tie.parties) } as const
  return itemOf(about, { settled: settled ?? whole }, { field: `dispute/${field}`, whole, settled, proofs })
}

function exchangeItem(edition: Edition, exchange: FactExchange): Item {
  const { id, title, tieIds, state, isUnheard, firmness, holders, evidence, knownOn } = exchange
  const when = dateOf(exchange.when)
  const kind = word(`agenda.eventKind.${exchange.kind}`)
  const fields = {
    exchange: isUnheard ? word(unheard) : word(`reports.print.change.exchange.${state}`),
    when,
    kind,
    title: textOf(title),
    firmness: firmness && word(`agenda.firmness.${firmness}`),
    ...bodySet(edition, 'holders', holders),
  }
  const about = { kind: 'exchange', id, tieId: tieIds[0] ?? null, name: plainText(title) } as const
  const proofs = proofsOf(edition, evidence)
  return itemOf(about, fields, { field: `exchange/${state}`, whole: when ?? kind, proofs, knownOn })
}

function outcomeItem(
  edition: Edition,
  { id, title, tieIds }: FactExchange,
  { bodyId, held, movedTo, results, sentence, money, saidAs, knownOn }: FactExchange['answers'][number],
): Item {
  const came = results.map((each) => `reports.print.result.${each}`)
  const name = together(edition, plainText(title), joined(edition, [bodyId]))
  return itemOf(
    { kind: 'outcome', id: `${id}/${bodyId}`, tieId: tieIds[0] ?? null, name },
    {
      outcome: word(`reports.print.held.${held}`, ...came),
      when: dateOf(movedTo),
      words: textOf(sentence),
      money: money && { kind: 'code', code: `${money.amount} ${money.currency} (${money.year})` },
    },
    { proofs: [{ source: null, by: saidAs, knownOn, why: sentence }], knownOn },
  )
}

function lookingItem(edition: Edition, { bodyId, themes, isOwnWord }: ReportFacts['looking'][number]): Item {
  return itemOf(
    { kind: 'looking', id: bodyId, tieId: null, name: joined(edition, [bodyId]) },
    { looking: word(`reports.print.change.own.${isOwnWord}`), ...themeSet(themes) },
  )
}

function decisionItem({ id, text, state, meeting, actions }: ReportFacts['decisions'][number]): Item {
  const { open, done, dropped } = actions
  const knownOn = meeting?.heldOn ?? null
  return itemOf(
    { kind: 'decision', id, tieId: null, name: plainText(text) },
    {
      decision: word(`minutes.decisionState.${state}`),
      'actions/all': { kind: 'number', number: open + done + dropped },
      'actions/done': { kind: 'number', number: done },
      'actions/dropped': { kind: 'number', number: dropped },
    },
    { proofs: meeting ? [{ source: null, by: '', knownOn, why: meeting.title }] : [], knownOn },
  )
}

function bodyItem(edition: Edition, { id, country, name, codes }: FactBody, tieId: string | null): Item {
  const own = Object.keys(codes)
    .sort()
    .map((system) => codes[system])
  return itemOf(
    { kind: 'body', id, tieId, name: joined(edition, [id]) },
    {
      name: { kind: 'names', names: [firstIn(languageOf(country), name)] },
      codes: { kind: 'code', code: own.join(' · ') },
    },
  )
}

const bodiesOf = ({ bodies }: ReportFacts) => new Map(bodies.map((body) => [body.id, body]))
const dateOf = (edtf: string | null): FactValue | null => (edtf ? { kind: 'date', edtf } : null)
const textOf = (text: LocalizedText): FactValue | null =>
  Object.keys(text).length > 0 ? { kind: 'text', text } : null
// By what it is compared: the name that its bearer gives itself, the words that were written.
const firstIn = (language: string, name: LocalizedName): LocalizedName =>
  name[language] === undefined ? name : { [language]: name[language], ...name }
const originalIn = (text: LocalizedText) =>
  Object.keys(text).find((language) => text[language]?.state === 'original') ?? ''

/** Bodies as the members of a set, each with its names. */
function bodySet({ bodies }: Edition, field: string, ids: readonly string[]): Record<string, FactValue> {
  return setOf(field, ids, (id) => ({ kind: 'names', names: [bodies.get(id)?.name ?? {}] }))
}

function themeSet(themes: readonly string[]): Record<string, FactValue> {
  return setOf('themes', themes, (theme) => word(`networks.theme.${theme}`))
}

function setOf(field: string, members: readonly string[], read: (member: string) => FactValue) {
  return Object.fromEntries(members.map((member) => [`${field}/${member}`, read(member)]))
}

function proofsOf(
  { titles }: Edition,
  evidence: readonly { source: string; field?: string; stance: string; by: string; knownOn: string }[],
): Proof[] {
  return evidence
    .filter(({ stance }) => stance === 'supports')
    .map((each) => ({ ...each, why: titles.get(each.source) ?? {} }))
}

/** Bodies by their short names in each language of the group, those of the language’s own country first. */
function joined({ facts, bodies }: Pick<Edition, 'facts' | 'bodies'>, ids: readonly string[]): LocalizedName {
  const named = ids.flatMap((id) => bodies.get(id) ?? [])
  return Object.fromEntries(
    facts.network.languages.map((language) => {
      const side = ({ country }: FactBody) =>
        languageOf(country) === language ? -1 : facts.network.countries.indexOf(country)
      const names = named
        .toSorted((a, b) => side(a) - side(b))
        .map(({ name, shortName }) => chooseName(shortNames({ name, shortName }), language).text)
      return [language, names.join(' – ')]
    }),
  )
}

/** Two names beside each other. */
function together({ facts }: Edition, first: LocalizedName, second: LocalizedName): LocalizedName {
  return Object.fromEntries(
    facts.network.languages.map((language) => [
      language,
      [first, second].flatMap((each) => chooseName(each, language).text || []).join(' · '),
    ]),
  )
}

// An agreement without a title is called by its kind and by who made it.
function agreementName(edition: Edition, agreement: FactTie['agreements'][number]): LocalizedName {
  const { kind, title, bodies } = agreement
  const kinds = Object.entries(edition.facts.words).map(([language, words]) => [
    language,
    words[`registry.agreementKind.${kind}`] ?? '',
  ])
  const name = Object.keys(title).length > 0 ? plainText(title) : Object.fromEntries(kinds)
  return together(edition, name, joined(edition, bodies))
}
