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
  /** What is known of it; a field with a part, `themes/culture`, is a member of a set. */
  fields: Map<string, FactValue>
  proofs: () => Proof[]
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
  const edition = { facts, bodies: byId(facts.bodies), titles: titlesOf(facts) }
  const tieOfBody = new Map(
    facts.ties.toReversed().flatMap(({ id, parties }) => parties.map((party) => [party, id])),
  )
  const items = [
    ...facts.ties.flatMap((tie) => tieItems(edition, tie)),
    ...facts.exchanges.flatMap((exchange) => exchangeItems(edition, exchange)),
    ...facts.looking.map((looking): Item => {
      const own = word(`reports.print.change.own.${looking.isOwnWord}`)
      return {
        about: { kind: 'looking', id: looking.bodyId, tieId: null, name: joined(edition, [looking.bodyId]) },
        field: 'looking',
        whole: own,
        fields: fieldsOf({ looking: own }, setOf('themes', looking.themes, themeWord)),
        proofs: () => [],
        knownOn: null,
      }
    }),
    ...facts.decisions.map(({ id, text, state, meeting, actions }): Item => {
      const { open, done, dropped } = actions
      return {
        about: { kind: 'decision', id, tieId: null, name: plainText(text) },
        field: 'decision',
        whole: word(`minutes.decisionState.${state}`),
        fields: fieldsOf({
          decision: word(`minutes.decisionState.${state}`),
          'actions/all': numberOf(open + done + dropped),
          'actions/done': numberOf(done),
          'actions/dropped': numberOf(dropped),
        }),
        proofs: () =>
          meeting ? [{ source: null, by: '', knownOn: meeting.heldOn, why: meeting.title }] : [],
        knownOn: meeting?.heldOn ?? null,
      }
    }),
    ...facts.bodies.map(
      (body): Item => ({
        about: {
          kind: 'body',
          id: body.id,
          tieId: tieOfBody.get(body.id) ?? null,
          name: joined(edition, [body.id]),
        },
        field: 'body',
        whole: null,
        fields: fieldsOf({
          name: { kind: 'names', names: [firstIn(languageOf(body.country), body.name)] },
          codes: {
            kind: 'code',
            code: Object.keys(body.codes)
              .sort()
              .map((system) => body.codes[system])
              .join(' · '),
          },
        }),
        proofs: () => [],
        knownOn: null,
      }),
    ),
  ]
  return new Map(items.map((item) => [`${item.about.kind} ${item.about.id}`, item]))
}

/** The names of the ties of an edition, by their ids. */
export function nameTies(facts: ReportFacts): Map<string, LocalizedName> {
  const edition = { facts, bodies: byId(facts.bodies) }
  return new Map(facts.ties.map(({ id, parties }) => [id, joined(edition, parties)]))
}

interface Edition {
  facts: ReportFacts
  bodies: Map<string, FactBody>
  titles: Map<string, LocalizedText>
}

function tieItems(edition: Edition, tie: FactTie): Item[] {
  const about = { kind: 'tie' as const, id: tie.id, tieId: tie.id, name: joined(edition, tie.parties) }
  return [
    {
      about,
      field: 'tie',
      whole: word(`reports.print.change.listed.${tie.listed}`),
      fields: fieldsOf(
        {
          listed: word(`reports.print.change.listed.${tie.listed}`),
          since: dateOf(tie.since),
          confirmation: word(`registry.confirmation.short.${tie.confirmation}`),
          intention: tie.intention && word(`registry.intention.${tie.intention}`),
        },
        setOf('parties', tie.parties, (id) => namesOf(edition, [id])),
        setOf('actors', tie.actors, (id) => namesOf(edition, [id])),
        setOf('themes', tie.themes, themeWord),
      ),
      proofs: () => proofsOf(edition, tie.evidence),
      knownOn: tie.knownOn,
      tie,
    },
    ...tie.agreements.map((agreement): Item => {
      const last = agreement.steps.at(-1)
      const kind = word(`registry.agreementKind.${agreement.kind}`)
      return {
        about: {
          kind: 'agreement',
          id: agreement.id,
          tieId: tie.id,
          name: agreementName(edition, agreement.kind, agreement.title, agreement.bodies),
        },
        field: last ? `agreement/${last.state}` : 'agreement',
        whole: dateOf(last?.on ?? null) ?? kind,
        fields: fieldsOf(
          { kind, title: textOf(agreement.title) },
          Object.fromEntries(
            agreement.steps.map(({ state, on }) => [
              `agreement/${state}`,
              dateOf(on) ?? word('reports.print.change.noDay'),
            ]),
          ),
          setOf('bodies', agreement.bodies, (id) => namesOf(edition, [id])),
        ),
        proofs: () => proofsOf(edition, agreement.evidence),
        knownOn: agreement.steps[0]?.knownOn ?? agreement.evidence[0]?.knownOn ?? null,
      }
    }),
    ...tie.disputes.map(({ subjectId, field, values }): Item => {
      const right = values.find(({ rank, source }) => rank === 'preferred' && source !== null)
      const namesAmong = (wanted: typeof values): FactValue => ({
        kind: 'names',
        names: wanted.map(({ value }) =>
          typeof value === 'string' ? { und: value } : firstIn(originalIn(value), plainText(value)),
        ),
      })
      const whole = namesAmong(values.filter((each) => each !== right))
      return {
        about: { ...about, kind: 'dispute', id: `${subjectId}/${field}` },
        field: `dispute/${field}`,
        whole,
        fields: fieldsOf({ settled: right ? namesAmong([right]) : whole }),
        settled: right ? namesAmong([right]) : null,
        proofs: () =>
          (right ? [right] : values).flatMap(({ source }) =>
            source ? [{ source, by: '', knownOn: null, why: edition.titles.get(source) ?? {} }] : [],
          ),
        knownOn: null,
      }
    }),
  ]
}

function exchangeItems(edition: Edition, exchange: FactExchange): Item[] {
  const tieId = exchange.tieIds[0] ?? null
  const state = exchange.isUnheard ? 'unheard' : exchange.state
  const about = { kind: 'exchange' as const, id: exchange.id, tieId, name: plainText(exchange.title) }
  return [
    {
      about,
      field: `exchange/${exchange.state}`,
      whole: dateOf(exchange.when) ?? word(`agenda.eventKind.${exchange.kind}`),
      fields: fieldsOf(
        {
          exchange: word(`reports.print.change.exchange.${state}`),
          when: dateOf(exchange.when),
          kind: word(`agenda.eventKind.${exchange.kind}`),
          title: textOf(exchange.title),
          firmness: exchange.firmness && word(`agenda.firmness.${exchange.firmness}`),
        },
        setOf('holders', exchange.holders, (id) => namesOf(edition, [id])),
      ),
      proofs: () => proofsOf(edition, exchange.evidence),
      knownOn: exchange.knownOn,
    },
    ...exchange.answers.map((answer): Item => {
      const { held, results, money } = answer
      const said = [`reports.print.held.${held}`, ...results.map((each) => `reports.print.result.${each}`)]
      return {
        about: {
          kind: 'outcome',
          id: `${exchange.id}/${answer.bodyId}`,
          tieId,
          name: together(edition, about.name, joined(edition, [answer.bodyId])),
        },
        field: 'outcome',
        whole: word(...said),
        fields: fieldsOf({
          outcome: word(...said),
          when: dateOf(answer.movedTo),
          words: textOf(answer.sentence),
          money: money && { kind: 'code', code: `${money.amount} ${money.currency} (${money.year})` },
        }),
        proofs: () => [{ source: null, by: answer.saidAs, knownOn: answer.knownOn, why: answer.sentence }],
        knownOn: answer.knownOn,
      }
    }),
  ]
}

const byId = <T extends { id: string }>(all: readonly T[]) => new Map(all.map((each) => [each.id, each]))
const titlesOf = ({ sources }: ReportFacts) => new Map(sources.map(({ slug, title }) => [slug, title]))
const dateOf = (edtf: string | null): FactValue | null => (edtf ? { kind: 'date', edtf } : null)
const numberOf = (number: number): FactValue => ({ kind: 'number', number })
const textOf = (text: LocalizedText): FactValue | null =>
  Object.keys(text).length > 0 ? { kind: 'text', text } : null
// By what it is compared: the name that its bearer gives itself, the words that were written.
const firstIn = (language: string, name: LocalizedName): LocalizedName =>
  name[language] === undefined ? name : { [language]: name[language], ...name }
const originalIn = (text: LocalizedText) =>
  Object.keys(text).find((language) => text[language]?.state === 'original') ?? ''
const themeWord = (theme: string) => word(`networks.theme.${theme}`)

function namesOf({ bodies }: Edition, ids: readonly string[]): FactValue {
  return { kind: 'names', names: ids.map((id) => bodies.get(id)?.name ?? {}) }
}

function fieldsOf(...parts: Record<string, FactValue | null>[]): Map<string, FactValue> {
  return new Map(
    parts.flatMap((part) =>
      Object.entries(part).flatMap(([field, value]) => (value ? [[field, value]] : [])),
    ),
  )
}

function setOf(field: string, ids: readonly string[], read: (id: string) => FactValue) {
  return Object.fromEntries(ids.map((id) => [`${field}/${id}`, read(id)]))
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
function agreementName(
  edition: Edition,
  kind: string,
  title: LocalizedText,
  bodies: readonly string[],
): LocalizedName {
  const words = edition.facts.words
  const kinds = Object.fromEntries(
    Object.entries(words).map(([language, each]) => [language, each[`registry.agreementKind.${kind}`] ?? '']),
  )
  return together(edition, Object.keys(title).length > 0 ? plainText(title) : kinds, joined(edition, bodies))
}
