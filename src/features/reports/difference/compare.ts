import { type LocalizedText, originalsOf } from '../../../platform/i18n/localized-text.ts'
import type { ChangeKind, FactChange, FactTie, FactValue, Movement, ReportFacts } from '../facts.ts'
import { type Item, itemsOf, type Proof, unheard, word } from './items.ts'

/** A correction beside the earlier edition: what was said, what is right, on whose word. */
export interface KnownErratum {
  /** The id of what it is about; null for the edition as a whole. */
  about: string | null
  said: LocalizedText
  text: LocalizedText
  word: string
  /** ISO day. */
  knownOn: string
}

/**
 * What the second of two editions says otherwise than the first, tie by tie, those first where an official minds most. What only moved out of
 * the period of the second one has not changed.
 */
export function compareFacts(
  before: ReportFacts,
  after: ReportFacts,
  errata: readonly KnownErratum[],
): FactChange[] {
  const old = itemsOf(before)
  const now = itemsOf(withFormer(before, after))
  const replaced = after.bodies.flatMap(({ id, replaces = [] }) =>
    replaces.map((each): [string, string] => [each, id]),
  )
  const predecessors = new Map(replaced.map(([former, id]) => [id, former]))
  const sides = { successors: new Map(replaced), predecessors, now }
  const corrections = new Map(errata.map((each) => [each.about, each]))
  const changes = [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const was = old.get(key)
    const is = now.get(key)
    const found = was && is ? compareItems(was, is, sides) : appeared(was, is)
    const correction = corrections.get((is ?? was)?.about.id ?? null)
    return correction ? found.map((change) => corrected(change, correction)) : found
  })
  const told = new Set(changes.flatMap(({ about, change }) => (change === 'corrected' ? about.id : [])))
  const apart = errata.filter(({ about }) => about === null || !told.has(about))
  const items = [...now.values(), ...old.values()]
  return byTie([...changes, ...apart.map((each) => erratumChange(each, items))], after)
}

/** Tie by tie, the tie with what an official minds first before the others, and so within each. */
function byTie(changes: readonly FactChange[], after: ReportFacts): FactChange[] {
  // A map keeps the order in which ties come first; what concerns none comes after them.
  const groups = Map.groupBy(inOrder(changes, after), ({ about }) => about.tieId)
  const apart = groups.get(null) ?? []
  groups.delete(null)
  return [...groups.values(), apart].flat()
}

// What an official minds first, and of that what concerns the ties that the group presents.
function inOrder(changes: readonly FactChange[], { ties }: ReportFacts): FactChange[] {
  const places = new Map(ties.map(({ id, listed }, at) => [id, listed ? at : ties.length + at]))
  const placeOf = ({ about }: FactChange) => places.get(about.tieId ?? '') ?? 2 * ties.length
  return changes.toSorted((a, b) => weightOf(a) - weightOf(b) || placeOf(a) - placeOf(b))
}

// An edition leaves out what was before its period: that is still there, and as it was said last.
function withFormer(before: ReportFacts, after: ReportFacts): ReportFacts {
  const isLeft = (day: string) => day < after.from
  const absent = <T extends { id: string }>(former: T[], own: T[]) => {
    const ids = new Set(own.map(({ id }) => id))
    return former.filter(({ id }) => !ids.has(id))
  }
  const exchanges = absent(before.exchanges, after.exchanges).filter(
    ({ endsOn, knownOn }) => isLeft(knownOn) || (endsOn !== null && isLeft(endsOn)),
  )
  const decisions = absent(before.decisions, after.decisions).filter(({ meeting }) =>
    isLeft(meeting?.heldOn ?? before.to),
  )
  return {
    ...after,
    exchanges: [...exchanges, ...after.exchanges],
    decisions: [...decisions, ...after.decisions],
  }
}

function appeared(was: Item | undefined, is: Item | undefined): FactChange[] {
  const item = is ?? was
  // A body is there for what is said of it.
  if (item === undefined || item.about.kind === 'body') return []
  if (is === undefined) return [changeOf(item, 'removed', item.field, [item.whole, null])]
  // The earlier edition said nothing of a contradiction that is settled already: nothing is corrected by it.
  return is.settled
    ? [changeOf(is, 'new', 'settled', [is.whole, is.settled], is.proofs)]
    : [changeOf(is, 'new', is.field, [null, is.whole], is.proofs)]
}

interface Sides {
  /** The id of a body by that of one whose place it took. */
  successors: ReadonlyMap<string, string>
  predecessors: ReadonlyMap<string, string>
  now: ReadonlyMap<string, Item>
}

function compareItems(was: Item, is: Item, { successors, predecessors, now }: Sides): FactChange[] {
  const fields = new Set([...knownFields(is), ...knownFields(was)])
  const differing = [...fields].flatMap((field): FactChange[] => {
    const before = was.fields[field] ?? null
    const after = is.fields[field] ?? null
    if (isSame(field, before, after)) return []
    const [head = '', part = ''] = field.split('/')
    // The line of the body that took its place says it.
    if (after === null && is.fields[`${head}/${successors.get(part)}`]) return []
    const former = before === null && was.fields[`${head}/${predecessors.get(part)}`]
    if (former) return [changeOf(is, 'renamed', field, [former, after])]
    const proofs = freshProofs(was, is, field)
    const dispute = [field, part]
      .map((each) => now.get(`dispute ${is.about.id}/${each}`))
      .find((each) => each?.settled)
    if (dispute && before && after) return [changeOf(is, 'corrected', field, [before, after], dispute.proofs)]
    const kind = kindOf(is, before, after)
    return [changeOf(is, kind, field, [before, after], kind === 'time' || after === null ? [] : proofs)]
  })
  return was.tie && is.tie
    ? [...differing, ...compareStandings(is, was.tie, is.tie, freshProofs(was, is, 'status'))]
    : differing
}

function knownFields({ fields }: Item): string[] {
  return Object.keys(fields).filter((field) => fields[field] !== null)
}

function kindOf({ about, settled }: Item, before: FactValue | null, after: FactValue | null): ChangeKind {
  if (about.kind === 'body') return 'renamed'
  if (settled) return 'corrected'
  if (after?.kind === 'words' && after.keys.includes(unheard)) return 'time'
  if (before === null) return 'new'
  return after === null ? 'removed' : 'changed'
}

/**
 * What moved in the standing of a tie. Whatever our rule takes from silence is time’s doing, also after an exchange that the first edition did
 * not know: it made the tie livelier. Nobody’s word is lost in it, and none is added.
 */
function compareStandings(item: Item, was: FactTie, is: FactTie, proofs: readonly Proof[]): FactChange[] {
  const isStated =
    is.stated !== null && (was.stated?.on !== is.stated.on || was.stated.status !== is.stated.status)
  const statement =
    isStated && is.stated
      ? [
          changeOf(
            item,
            'new',
            was.stated?.status === is.stated.status ? 'restated' : 'status',
            [null, word(`ui.status.${is.stated.status}`)],
            proofs,
          ),
        ]
      : []
  if (was.status === is.status) return statement
  const values = [standing(was), standing(is)] as const
  if (is.basis === 'stated') return [changeOf(item, 'changed', 'standing', values, proofs)]
  const lastNews = newestOf(is)
  const isByTime =
    isSilent(is) &&
    (lastNews ?? '') >= (newestOf(was) ?? '') &&
    decline.indexOf(is.status) > decline.indexOf(was.status)
  const change = changeOf(item, isByTime ? 'time' : 'changed', 'standing', values)
  return [...statement, { ...change, knownOn: lastNews }]
}

const decline: readonly string[] = ['active', 'slow', 'dormant']
const isSilent = ({ basis }: FactTie) => basis === 'noExchangeSince' || basis === 'nothingKnown'
const newestOf = ({ stated, lastExchangeOn }: FactTie) =>
  [stated?.on, lastExchangeOn]
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1) ?? null

// Silence is not dormancy: what our rule computes from it has words of its own.
function standing(tie: FactTie): FactValue {
  if (!isSilent(tie)) return word(`ui.status.${tie.status}`)
  return word(`reports.print.change.silence.${tie.basis === 'nothingKnown' ? 'nothing' : tie.status}`)
}

function isSame(field: string, before: FactValue | null, after: FactValue | null): boolean {
  if (before === null || after === null) return before === after
  // The field tells who belongs to a set; the first of its languages is that of a name.
  if (before.kind === 'names' && after.kind === 'names')
    return (
      field.includes('/') ||
      (before.names.length === after.names.length &&
        before.names.every((name, at) => {
          const [language = ''] = Object.keys(name)
          return name[language] === after.names[at]?.[language]
        }))
    )
  // Translations come and go; what was written is what counts.
  if (before.kind === 'text' && after.kind === 'text')
    return JSON.stringify(originalsOf(before.text)) === JSON.stringify(originalsOf(after.text))
  return JSON.stringify(before) === JSON.stringify(after)
}

/** On what a field rests now and did not before; all on which it rests where nothing is new. */
function freshProofs(was: Item, is: Item, field: string): Proof[] {
  const [head] = field.split('/')
  const own = is.proofs.filter((proof) => [undefined, field, head].includes(proof.field))
  const former = new Set(was.proofs.map(({ source, knownOn }) => `${source} ${knownOn}`))
  const fresh = own.filter(({ source, knownOn }) => !former.has(`${source} ${knownOn}`))
  return fresh.length > 0 ? fresh : own
}

function changeOf(
  { about, knownOn }: Item,
  change: ChangeKind,
  field: string,
  [before, after]: readonly [FactValue | null, FactValue | null],
  proofs: readonly Proof[] = [],
): FactChange {
  const [first] = proofs
  return {
    about,
    field,
    change,
    before,
    after,
    why: first?.why ?? {},
    by: first?.by || null,
    knownOn: first?.knownOn ?? (change === 'new' || change === 'time' ? knownOn : null),
    evidence: [...new Set(proofs.flatMap(({ source }) => source ?? []))],
  }
}

function corrected(change: FactChange, { text, word: by, knownOn }: KnownErratum): FactChange {
  if (change.change !== 'changed' && change.change !== 'removed') return change
  return { ...change, change: 'corrected', why: text, by, knownOn }
}

function erratumChange(
  { about: id, said, text, word: by, knownOn }: KnownErratum,
  items: Iterable<Item>,
): FactChange {
  const about = [...items].find((item) => item.about.id === id)?.about
  return {
    about: about ?? { kind: 'report', id: id ?? '', tieId: null, name: {} },
    field: 'erratum',
    change: 'corrected',
    before: Object.keys(said).length > 0 ? { kind: 'text', text: said } : null,
    after: { kind: 'text', text },
    why: {},
    by,
    knownOn,
    evidence: [],
  }
}

function weightOf({ about, change, field }: FactChange): number {
  const [head = ''] = field.split('/')
  if (change === 'time') return 11
  if (change === 'renamed') return 10
  if (about.kind === 'dispute') return 5
  if (change === 'corrected') return 9
  const place = minded.findIndex((heads) => heads.includes(head))
  return place === -1 ? minded.length : place
}

// By the field, from what an official minds first; all else comes after these.
const minded = [
  ...[
    ['agreement'],
    ['tie', 'listed', 'parties'],
    ['standing', 'status', 'restated'],
    ['outcome'],
    ['exchange'],
  ],
  ...[['dispute'], ['looking'], ['decision']],
]

export const movingTables = [
  'listedTies',
  'tiesBeside',
  'listedAgreements',
  'listedExchanges',
  'outcomes',
  'disputes',
  'looking',
  'decisions',
] as const
type MovingTable = (typeof movingTables)[number]

/** Ids by table. */
const tables: Record<MovingTable, (facts: ReportFacts) => string[]> = {
  listedTies: ({ ties }) => ties.filter(({ listed }) => listed).map(({ id }) => id),
  tiesBeside: ({ ties }) => ties.filter(({ listed }) => !listed).map(({ id }) => id),
  listedAgreements: ({ ties }) =>
    ties.flatMap(({ listed, agreements }) => (listed ? agreements.map(({ id }) => id) : [])),
  listedExchanges: ({ ties, exchanges }) => {
    const listed = new Set(ties.flatMap((tie) => (tie.listed ? [tie.id] : [])))
    return exchanges.filter(({ tieIds }) => tieIds.some((id) => listed.has(id))).map(({ id }) => id)
  },
  outcomes: ({ exchanges }) =>
    exchanges.flatMap(({ id, answers }) => answers.map(({ bodyId }) => `${id} ${bodyId}`)),
  disputes: ({ ties }) =>
    ties.flatMap(({ disputes }) =>
      disputes.filter(isOpen).map(({ subjectId, field }) => `${subjectId} ${field}`),
    ),
  looking: ({ looking }) => looking.map(({ bodyId }) => bodyId),
  decisions: ({ decisions }) => decisions.map(({ id }) => id),
}

/** Whether the group kept no value of a contradiction. */
export const isOpen = ({ values }: FactTie['disputes'][number]) =>
  !values.some(({ rank }) => rank === 'preferred')

/** How much each table held, what came, what went, and how much it holds: `old + added − removed = present`. */
export function movementsOf(before: ReportFacts, after: ReportFacts): Record<string, Movement> {
  const present = withFormer(before, after)
  return Object.fromEntries(
    Object.entries(tables).map(([table, idsOf]) => {
      const old = new Set(idsOf(before))
      const now = new Set(idsOf(present))
      const [added, removed] = [now.difference(old).size, old.difference(now).size]
      return [table, { old: old.size, added, removed, present: now.size }]
    }),
  )
}

const mostNews = { ties: 10, changes: 6 }

type Former = NonNullable<ReportFacts['news']>['former'] & {
  facts: ReportFacts
  errata: readonly KnownErratum[]
}

/** What an edition says of itself against the one before: how its tables moved, changes by kind, and those of ten ties. */
export function newsOf(
  { number, day, digest, ...former }: Former,
  after: ReportFacts,
): NonNullable<ReportFacts['news']> {
  const changes = compareFacts(former.facts, after, former.errata)
  return {
    former: { number, day, digest },
    counts: movementsOf(former.facts, after),
    changes: countKinds(changes),
    silent: { ties: countSilent(changes, 'tie'), exchanges: countSilent(changes, 'exchange') },
    first: firstOf(changes, after),
  }
}

function countSilent(changes: readonly FactChange[], kind: FactChange['about']['kind']): number {
  return changes.filter(({ about, change }) => change === 'time' && about.kind === kind).length
}

/** What people did or said, of the ties that the group presents first: the first changes of ten, tie by tie. */
function firstOf(changes: readonly FactChange[], after: ReportFacts): FactChange[] {
  const told = changes.filter(({ change }) => change !== 'time' && change !== 'renamed')
  const listed = new Set(after.ties.flatMap((tie) => (tie.listed ? [tie.id] : [])))
  const groups = Map.groupBy(inOrder(told, after), ({ about }) => about.tieId ?? about.id)
  return [...groups]
    .toSorted(([a], [b]) => Number(listed.has(b)) - Number(listed.has(a)))
    .slice(0, mostNews.ties)
    .flatMap(([, same]) => same.slice(0, mostNews.changes))
}

/** How many changes there are of each kind. */
export function countKinds(changes: readonly FactChange[]): Record<ChangeKind, number> {
  const counts = { new: 0, changed: 0, corrected: 0, removed: 0, time: 0, renamed: 0 }
  for (const { change } of changes) counts[change] += 1
  return counts
}
